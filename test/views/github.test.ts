import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderAnnotations } from '../../src/views/github.ts';

/** Reads a workflow command back, the way GitHub's runner does. */
function read(line: string): { command: string; properties: Record<string, string>; message: string } {
  const [, command, given, message] = /^::(\w+) (.*?)::(.*)$/.exec(line)!;
  const back = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = Object.fromEntries(
    given!.split(',').map((pair) => {
      const [name, ...value] = pair.split('=');
      return [name!, back(value.join('='))];
    }),
  );
  const data = message!.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  return { command: command!, properties, message: data };
}

describe('renderAnnotations', () => {
  it('writes a line each, and nothing for nothing', () => {
    expect(renderAnnotations([])).toBe('');
    expect(
      renderAnnotations([
        { severity: 'error', code: 'type', message: 'found 1', file: 'a.yaml', position: { line: 2, column: 8 } },
        { severity: 'warning', code: 'unused', message: 'nothing uses it', hint: 'remove it', file: 'b.yaml' },
      ]),
    ).toBe(
      '::error file=a.yaml,line=2,col=8,title=type::found 1\n::warning file=b.yaml,title=unused::nothing uses it%0Aremove it\n',
    );
  });

  it("escapes as GitHub's toolkit does", () => {
    const [file, message] = ['a,b:c%/d.yaml', '50 % of a:b, c\r\nmore'];
    expect(renderAnnotations([{ severity: 'error', code: 'type', message, file }])).toBe(
      '::error file=a%2Cb%3Ac%25/d.yaml,title=type::50 %25 of a:b, c%0D%0Amore\n',
    );
  });

  it('lets no text start a command of its own or reach a terminal as one, and can be read back', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ':', ',', '%', '=', '\n', '\r', '0', 'A', 'D', ' ', '::error ::x'),
    });
    fc.assert(
      fc.property(text, text, (message, file) => {
        const written = renderAnnotations([
          { severity: 'warning', code: 'unused', message, file, position: { line: 1, column: 1 } },
        ]);
        expect(written.match(/[\r\n]/g)).toEqual(['\n']);
        expect(read(written.slice(0, -1))).toEqual({
          command: 'warning',
          properties: { file, line: '1', col: '1', title: 'unused' },
          message,
        });
      }),
      { seed: 34, numRuns: 1000 },
    );
    expect(renderAnnotations([{ severity: 'error', code: 'type', message: 'a\u001b[2J\u202e', file: 'f' }])).toBe(
      '::error file=f,title=type::a<U+001B>[2J<U+202E>\n',
    );
  });
});
