import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createTexts } from '../../../shared/i18n/index.ts';
import { actionName, olderThan } from './audit-words.ts';
import { instantText } from './instant.ts';

const core = fileURLToPath(new URL('../../../electron/core', import.meta.url));

it('goes on below the oldest entry', () => {
  expect(olderThan([{ seq: 9 }, { seq: 8 }])).toBe(8);
  expect(olderThan([])).toBeUndefined();
});

it('tells the time of the service, not of the computer', () => {
  expect(instantText('ro-RO', 'Europe/Bucharest', '2026-11-22T13:04:05Z')).toContain('15:04:05');
  expect(instantText('it-IT', 'Europe/Rome', '2026-11-22T13:04:05Z')).toContain('14:04:05');
});

it.each(['en', 'it', 'ro'] as const)('has words in %s for every act that the services record', (language) => {
  const texts = createTexts(language);
  const written = readdirSync(core, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test.'))
    .flatMap((entry) => [...readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(/action: '([\w.]+)'/g)].map(([, action]) => action ?? ''))
    .filter((action) => !action.startsWith('test'));
  expect(new Set(written).size).toBeGreaterThan(20);
  expect([...new Set(written)].filter((action) => !texts.exists(actionName(action)))).toEqual([]);
});
