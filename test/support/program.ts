/**
 * The built program as a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the package's `bin` points at. */
export const BIN = join(ROOT, 'bin/pmroles.js');

/** A folder of its own for each test file, so that nothing is kept between runs. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'pmroles-test-'));

/** An environment that holds nothing but what a process needs. */
export function cleanEnv(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', PMROLES_NO_CACHE: '1', ...extra };
}

/** What a process left behind. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program to its end, without a terminal. */
export function pmroles(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    env: cleanEnv(env),
    encoding: 'utf8',
    input: '',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

/** Runs a line of bash in which `pmroles` is the program, with what a pipe's first command ended with as the exit code. */
export function bash(line: string, env: Readonly<Record<string, string>> = {}): Ended {
  const script = `pmroles() { "${process.execPath}" "${BIN}" "$@"; }; ${line}`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '--noprofile', '-c', script], {
    env: cleanEnv(env),
    encoding: 'utf8',
    input: '',
  });
  return { code: status, stdout, stderr };
}
