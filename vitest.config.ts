import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // One more than it takes of its own accord on a machine with two processors.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: {
      include: ['src/**'],
      exclude: ['src/main.ts', 'src/start/**', 'src/system/output.ts'],
      reporter: ['text-summary'],
    },
  },
});
