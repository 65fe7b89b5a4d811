/**
 * What `src/start/` keeps of compiled code.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pmroles, scratch } from '../support/program.ts';

/** A cache of its own, and a command that the build has compiled no code for. */
function place() {
  const cache = scratch();
  const folder = join(cache, 'pmroles');
  mkdirSync(folder);
  return {
    folder,
    run: (...more: string[]) => pmroles(['version', ...more], { PMROLES_NO_CACHE: '', XDG_CACHE_HOME: cache }),
    kept: () => readdirSync(folder).filter((name) => name.endsWith('-version.bin')),
  };
}

it('keeps the code of a command that the build did not run, and uses it', () => {
  const { folder, run, kept } = place();
  const first = run();
  expect(first.code).toBe(0);
  expect(kept()).toHaveLength(2);
  const times = (): number[] => kept().map((name) => statSync(join(folder, name)).mtimeMs);
  const made = times();
  expect(run()).toEqual(first);
  expect(times()).toEqual(made);
});

it('keeps nothing where no cache is wanted', () => {
  const { folder, run } = place();
  expect(run('--no-cache').code).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});

it('answers the same from code that is damaged, and makes it anew', () => {
  const { folder, run, kept } = place();
  const first = run();
  const sound = kept().map((name) => readFileSync(join(folder, name)).length);
  for (const name of kept()) writeFileSync(join(folder, name), 'nonsense');
  expect(run()).toEqual(first);
  expect(kept().map((name) => readFileSync(join(folder, name)).length > sound[0]! / 2)).toEqual([true, true]);
});

it('sweeps up what killed runs and older builds left behind, and nothing else', () => {
  const { folder, run } = place();
  const hours = (name: string, age: number): string => {
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), new Date(), new Date(Date.now() - age * 3_600_000));
    return name;
  };
  const gone = [hours('cli-0123-v22.1.0-x64-list.bin.4711', 2), hours('cli-0123-v22.1.0-x64-list.bin', 31 * 24)];
  const left = [
    hours('cli-0123-v22.1.0-x64-path.bin.4712', 0.5),
    hours('cli-0123-v22.1.0-x64-show.bin', 29 * 24),
    hours('notes.txt', 999),
  ];
  expect(run().code).toBe(0);
  const names = readdirSync(folder);
  expect(names.filter((name) => gone.includes(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(left));
});
