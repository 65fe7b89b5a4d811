import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: {
      include: ['src/**'],
      exclude: ['src/main.ts', 'src/start.ts', 'src/output.ts'],
      reporter: ['text-summary'],
    },
  },
});
