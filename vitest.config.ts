import { defineConfig } from 'vitest/config';

// Vitest 5 groups failures with Map.groupBy, which Node 20 lacks: without it a failing test prints no reason there.
if (!('groupBy' in Map)) {
  const groupBy = <K, T>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> => {
    const groups = new Map<K, T[]>();
    for (const item of items) {
      const key = keyOf(item);
      groups.set(key, [...(groups.get(key) ?? []), item]);
    }
    return groups;
  };
  Object.defineProperty(Map, 'groupBy', { value: groupBy });
}

const project = (name: string, include: readonly string[], globalSetup: readonly string[] = [], isolate = true) => ({
  extends: true as const,
  test: { name, include: [...include], globalSetup: [...globalSetup], isolate },
});

/** Workers run from the built core. Unit tests change nothing of a module, so that one process loads each module once for all of them. */
const CORE = ['tests/build-core.ts'];

export default defineConfig({
  assetsInclude: ['**/*.csv'],
  test: {
    testTimeout: 60_000,
    pool: 'forks',
    maxWorkers: '100%',
    projects: [
      project('unit', ['{shared,electron}/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}'], CORE, false),
      project('tooling', ['scripts/**/*.test.ts', 'tests/lint/**/*.test.ts']),
      project('conformance', ['tests/conformance/**/*.test.ts'], CORE),
      project('extended', ['tests/extended/**/*.test.ts'], CORE),
      project('fuzz', ['tests/fuzz/**/*.test.ts'], CORE),
    ],
  },
});
