import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const SLOW = 'test/slow/**/*.test.ts';

/** The tests that can be repeated more often than in the usual run. */
const repeated = (): string[] =>
  readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes('/thorough.ts'));

export default defineConfig(({ mode }) => {
  const isSlow = mode === 'slow';
  return {
    test: {
      include: isSlow ? [SLOW, ...repeated()] : ['test/**/*.test.ts'],
      exclude: isSlow ? [] : [SLOW],
      // What test/support/thorough.ts goes by.
      env: isSlow ? { PMROLES_THOROUGH: '1' } : {},
      // Files share a process, so that the program is loaded once a worker rather than once a file.
      isolate: false,
      // One more than it takes of its own accord on a machine with two processors.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      testTimeout: isSlow || process.env['PMROLES_THOROUGH'] === '1' ? 600_000 : 60_000,
      hookTimeout: 120_000,
      coverage: {
        include: ['src/**'],
        exclude: ['src/main.ts', 'src/start/**', 'src/system/output.ts'],
        reporter: ['text-summary'],
      },
    },
  };
});
