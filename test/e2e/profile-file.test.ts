/**
 * The profile's file and the built program: many writers at once, and disks, folders and modes that stand in the way.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ME_YAML } from '../support/profiles.ts';
import { bash, BIN, cleanEnv, type Ended, pmroles, scratch } from '../support/program.ts';

const rights = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];

/** Runs the program as somebody whom the modes of files bind. */
function bound(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
  const [command, ...more] = [...rights, process.execPath, BIN, ...args];
  const { status, stdout, stderr } = spawnSync(command!, more, { env: cleanEnv(env), encoding: 'utf8', input: '' });
  return { code: status, stdout, stderr };
}

const SKILLS = ['leadership', 'marketing', 'communication', 'data-analysis', 'flexibility', 'strategic-thinking'];

it('those who answer at the same time lose nothing of each other, also where a lock was left behind', async () => {
  const folder = scratch();
  const file = join(folder, 'me.yaml');
  writeFileSync(join(folder, '.me.yaml.lock'), '');
  spawnSync('touch', ['-d', '@1000', join(folder, '.me.yaml.lock')]);
  const codes = SKILLS.map(
    (id) =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [BIN, 'me', 'set', id, 'yes', '--evidence', id, '--me', file], {
          env: cleanEnv(),
          stdio: 'ignore',
        });
        child.on('close', resolve);
      }),
  );
  expect(await Promise.all(codes)).toEqual(SKILLS.map(() => 0));
  const { data } = JSON.parse(pmroles(['me', '--json', '--me', file]).stdout) as {
    data: { answers: { id: string; answer: { truth: string; evidenceCount: number } }[] };
  };
  expect(data.answers.map(({ id }) => id).sort()).toEqual([...SKILLS].sort());
  for (const { answer } of data.answers) expect(answer).toMatchObject({ truth: 'yes', evidenceCount: 1 });
  expect(readdirSync(folder)).toEqual(['me.yaml']);
});

it('a new one lies where XDG says, for the user alone, and that is said', () => {
  const HOME = scratch();
  const { code, stderr } = pmroles(['me', 'set', 'role', 'cpo'], { HOME });
  const file = join(HOME, '.local/share/pmroles/me.yaml');
  expect({ code, stderr }).toEqual({ code: 0, stderr: `wrote ${file}, for you alone\n` });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(HOME, '.local/share/pmroles')).mode & 0o777).toBe(0o700);
});

it('without a home it lies here', () => {
  const folder = scratch();
  expect(bash(`cd '${folder}' && pmroles me set role cpo`).stderr).toBe('wrote me.yaml, for you alone\n');
  expect(bash(`cd '${folder}' && pmroles me`).stdout).toContain('Role: Chief Product Officer');
});

it('a disk that is full in the middle leaves the old one, and says so', () => {
  const folder = scratch();
  const file = join(folder, 'me.yaml');
  const long = `${ME_YAML}former: { skills: { ${Array.from({ length: 300 }, (_, n) => `skill-${n}: yes`).join(', ')} } }\n`;
  writeFileSync(file, long);
  const { code, stderr } = bash(`ulimit -f 2; trap '' XFSZ; pmroles me set role cpo --me '${file}'`);
  expect(stderr).toBe(`pmroles: cannot write ${file}: the file would be larger than the system allows\n`);
  expect(code).toBe(4);
  expect(readFileSync(file, 'utf8')).toBe(long);
  expect(readdirSync(folder)).toEqual(['me.yaml']);
});

it('a folder that may not be written keeps the old one, and says so', () => {
  const folder = scratch();
  const file = join(folder, 'me.yaml');
  writeFileSync(file, ME_YAML);
  chmodSync(folder, 0o500);
  const { code, stderr } = bound(['me', 'set', 'role', 'cpo', '--me', file]);
  chmodSync(folder, 0o700);
  expect({ code, stderr }).toEqual({ code: 4, stderr: `pmroles: cannot write ${file}: permission denied\n` });
  expect(readFileSync(file, 'utf8')).toBe(ME_YAML);
  expect(readdirSync(folder)).toEqual(['me.yaml']);
});

it('a file that may not be read is said to be one, whether it is asked for or changed', () => {
  const folder = scratch();
  const file = join(folder, 'me.yaml');
  writeFileSync(file, ME_YAML, { mode: 0 });
  for (const args of [['me'], ['me', 'set', 'role', 'cpo'], ['fit'], ['compare', 'me', 'cpo']]) {
    const { code, stderr } = bound([...args, '--me', file]);
    expect({ code, stderr }).toEqual({ code: 4, stderr: `pmroles: cannot read ${file}: permission denied\n` });
  }
  expect(readdirSync(folder)).toEqual(['me.yaml']);
});

it('where nothing can be made, nothing is', () => {
  const { code, stderr } = pmroles(['me', 'set', 'role', 'cpo', '--me', '/proc/none/me.yaml']);
  expect(code).toBe(4);
  expect(stderr).toMatch(/^pmroles: cannot write \/proc\/none\/me\.yaml: .*\n$/);
});

it('in a git work tree it is said how to keep it out of there, in words that the shell takes', () => {
  const tree = join(scratch(), "it's");
  mkdirSync(join(tree, 'a b'), { recursive: true });
  spawnSync('git', ['init', '-q', tree]);
  const file = join(tree, 'a b/me.yaml');
  const { stderr } = pmroles(['me', 'set', 'role', 'cpo', '--me', file]);
  const command = /: (echo .*)\n$/.exec(stderr)![1]!;
  expect(bash(command).code).toBe(0);
  expect(spawnSync('git', ['-C', tree, 'status', '--porcelain', '-uall'], { encoding: 'utf8' }).stdout).toBe(
    '?? .gitignore\n',
  );
  // Once is enough.
  expect(pmroles(['me', 'set', 'role', 'pm', '--me', file]).stderr).toBe('');
  expect(existsSync(file)).toBe(true);
});
