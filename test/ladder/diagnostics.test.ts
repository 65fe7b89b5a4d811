import { describe, expect, it } from 'vitest';
import { createFindings } from '../../src/ladder/diagnostics.ts';

describe('createFindings', () => {
  it('looks for positions only when it is asked for the list', () => {
    let looked = 0;
    const findings = createFindings(() => {
      looked++;
      return { line: 1, column: 1 };
    });
    findings.add('unused', { file: 'a', path: [] }, 'm');
    expect([findings.counts(), findings.failed(), looked]).toEqual([{ error: 0, warning: 1 }, false, 0]);
    findings.add('type', { file: 'a', path: [] }, 'm');
    expect([findings.counts(), findings.failed(), looked]).toEqual([{ error: 1, warning: 1 }, true, 0]);
    findings.list();
    expect(looked).toBe(2);
  });

  it('sorts by file, line and column, what has no position first, ties as they came', () => {
    const findings = createFindings((_file, [line, column]) =>
      line === undefined ? undefined : { line: Number(line), column: Number(column) },
    );
    const add = (message: string, file: string, ...path: number[]) => findings.add('type', { file, path }, message);
    add('1', 'b', 1, 1);
    add('2', 'a', 10, 1);
    add('3', 'a', 9, 12);
    add('4', 'a', 9, 2);
    add('5', 'a');
    add('6', 'a', 9, 2);
    expect(findings.list().map(({ message }) => message)).toEqual(['5', '4', '6', '3', '2', '1']);
  });

  it('hands on what part of a place is meant, the value unless said otherwise', () => {
    const asked: string[] = [];
    const findings = createFindings((file, path, part) => {
      asked.push(`${file} ${path.join('.')} ${part}`);
      return undefined;
    });
    findings.add('type', { file: 'a', path: ['k'] }, 'm');
    findings.add('type', { file: 'a', path: ['k', 2] }, 'm', { hint: 'h', part: 'key' });
    expect(findings.list()).toEqual([
      { severity: 'error', code: 'type', message: 'm', file: 'a' },
      { severity: 'error', code: 'type', message: 'm', hint: 'h', file: 'a' },
    ]);
    expect(asked).toEqual(['a k value', 'a k.2 key']);
  });
});
