import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rowsOf, sourcesIn, unproved } from './proofs.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const model = read('docs/threat-model.md');
const chapters = readdirSync(join(root, 'docs/admin')).map((name) => `docs/admin/${name}`);

describe('the threat model', () => {
  it('names a test for everything it claims', () => {
    expect(unproved(model)).toEqual([]);
    expect(rowsOf(model).filter(({ cells }) => cells['cannot'] !== undefined).length).toBeGreaterThan(15);
    expect(rowsOf(model).filter(({ cells }) => cells['proved in'] !== undefined).length).toBeGreaterThan(40);
  });

  it('and the guide name tests and sources by paths that are there', () => {
    const named = ['docs/threat-model.md', ...chapters].flatMap((file) => sourcesIn(read(file)));
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(named.length).toBeGreaterThan(100);
  });

  it('is seen through when it claims without a proof', () => {
    const said = [
      '| who | can | cannot |',
      '|---|---|---|',
      '| thief | guess | read (`electron/a.test.ts`); make it cheaper (`electron/a.ts`); write |',
      '| finder | read all | – |',
      '',
      '| threat | what stops it | proved in | what remains |',
      '|---|---|---|---|',
      '| one | a lock | `tests/e2e/x.spec.ts` | |',
      '| two | a rule | `lock.test.ts` | |',
      '| three | nothing can | | all of it |',
    ].join('\n');
    expect(unproved(said)).toEqual(['make it cheaper (`electron/a.ts`)', 'write', 'a rule']);
    expect(sourcesIn(said)).toEqual(['electron/a.test.ts', 'electron/a.ts', 'tests/e2e/x.spec.ts', 'lock.test.ts']);
  });
});
