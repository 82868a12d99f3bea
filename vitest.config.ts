import { defineConfig } from 'vitest/config';

const project = (name: string, include: readonly string[]) => ({ extends: true as const, test: { name, include: [...include] } });

export default defineConfig({
  test: {
    globalSetup: ['tests/build-core.ts'],
    testTimeout: 30_000,
    pool: 'forks',
    projects: [
      project('unit', ['{shared,electron,scripts,tests/lint}/**/*.test.{ts,mjs}', 'renderer/**/*.test.{ts,tsx}']),
      project('conformance', ['tests/conformance/**/*.test.ts']),
      project('fuzz', ['tests/fuzz/**/*.test.ts']),
    ],
  },
});
