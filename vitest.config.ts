import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['shared/**/*.test.ts', 'electron/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'tests/conformance/**/*.test.ts'],
    globalSetup: ['tests/build-core.ts'],
    testTimeout: 30_000,
    pool: 'forks',
  },
});
