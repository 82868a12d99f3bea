import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createTexts } from '../../../shared/i18n/index.ts';
import { actionName, changed, detailWords } from './audit-words.ts';
import { instantText } from './instant.ts';

const core = fileURLToPath(new URL('../../../electron/core', import.meta.url));

it('tells details in words: parts, reasons, counts; a code it does not know stays out', () => {
  const { t } = createTexts('ro');
  expect(detailWords(t, { details: { parts: 'NEEDS PLAN LATER' } })).toEqual(['nevoi', 'plan']);
  expect(detailWords(t, { details: { by: 'IDLE' } })).toEqual(['nimeni la ecran']);
  expect(detailWords(t, { details: { people: 20, run: '01a20000-0000-7000-8000-000000000001' } })).toEqual(['20 de persoane']);
  expect(detailWords(t, { details: { way: 'PHONE', ground: 'LEGAL_DUTY', answer: 'TOLD', topics: 2 } })).toEqual(['La telefon', 'Obligație legală']);
  expect(detailWords(t, {})).toEqual([]);
});

it('changes one part of a filter and leaves empty ones out', () => {
  expect(changed({ from: '2026-11-01', kind: 'READ' }, 'kind', undefined)).toEqual({ from: '2026-11-01' });
  expect(changed({}, 'to', '')).toEqual({});
  expect(changed({}, 'to', '2026-11-22')).toEqual({ to: '2026-11-22' });
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
