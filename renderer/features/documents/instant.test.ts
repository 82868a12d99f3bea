import { expect, it } from 'vitest';
import { instantText } from './instant.ts';

it.each([
  ['ro-RO', 'Europe/Bucharest', '22 nov. 2026, 00:30'],
  ['it-IT', 'Europe/Rome', '21 nov 2026, 23:30'],
  ['en-GB', 'Europe/London', '21 Nov 2026, 22:30'],
])('%s in %s: %s', (locale, zone, told) => expect(instantText(locale, zone, '2026-11-21T22:30:00.000Z')).toBe(told));
