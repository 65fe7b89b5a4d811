/**
 * Import and export through the built program.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bash, pmroles, scratch } from '../support/program.ts';

const folder = scratch();

it('a table is piped in, and the ladder is used at once', () => {
  const table = 'printf "Role;Skill;Level\\nPM;SQL;1\\nCPO;SQL;2\\n"';
  const { code, stdout } = bash(
    `cd '${folder}'; ${table} | pmroles import - -o piped.yaml && pmroles show cpo --data piped.yaml`,
  );
  expect(code).toBe(0);
  expect(stdout).toContain('SQL (2)');
});

it('what is exported as CSV is imported as the same ladder', () => {
  const { stdout } = bash(
    `cd '${folder}'; pmroles export --format csv | pmroles import - 2>/dev/null > back.yaml; pmroles export --json --data back.yaml`,
  );
  expect(stdout).toBe(pmroles(['export', '--json']).stdout);
});

it('comments survive an export of one YAML file', () => {
  const file = join(folder, 'ours.yaml');
  writeFileSync(file, pmroles(['export']).stdout.replace('\nid:', '\n# ours alone\nid:'));
  expect(pmroles(['export', '--data', file]).stdout).toBe(readFileSync(file, 'utf8'));
});

it('a file that is no table is refused by what it holds, whatever it is called', () => {
  const file = join(folder, 'skills.csv');
  for (const [start, what] of [
    ['PK\u0003\u0004\u0014\u0000', 'the workbook is damaged'],
    ['\u00d0\u00cf\u0011\u00e0', 'it is an old Excel file'],
    ['%PDF-1.7', 'it is a PDF'],
  ]) {
    writeFileSync(file, Buffer.from(start!, 'latin1'));
    const { code, stdout, stderr } = pmroles(['import', file]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain(`pmroles: cannot import ${file}: ${what}`);
  }
});

it('a table is held to the limit that ladders are held to', () => {
  const file = join(folder, 'large.csv');
  writeFileSync(file, `Role,Skill\n${'A,x\n'.repeat(100)}`);
  const { code, stderr } = pmroles(['import', file], { PMROLES_MAX_BYTES: '100' });
  expect({ code, stderr }).toEqual({
    code: 4,
    stderr: `pmroles: cannot read ${file}: it is larger than 100 bytes\n  PMROLES_MAX_BYTES sets another limit\n`,
  });
  const piped = bash(`yes A,x | head -100 | pmroles import -`, { PMROLES_MAX_BYTES: '100' });
  expect(piped).toMatchObject({ code: 4, stderr: expect.stringContaining('PMROLES_MAX_BYTES') as string });
});
