/** A small demo vault for tests, in a folder of its own, with real keys and next to no password cost. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { DocumentOf } from '../../../shared/domain/collections.ts';
import type { CreateVault, NewUser } from './types.ts';

export const EDUCATOR: NewUser = { id: '0192a000-0000-7000-8000-000000000001', name: 'Ioana Ștefan', roles: ['EDUCATOR'], password: 'pădurea-de-fagi 7' };
export const DIRECTOR: NewUser = { id: '0192a000-0000-7000-8000-000000000002', name: 'Mihai Țurcanu', roles: ['DIRECTOR'], password: 'lago di notte 3' };
export const ADMIN: NewUser = { id: '0192a000-0000-7000-8000-000000000003', name: 'Radu Dima', roles: ['ADMIN'], password: 'stația de lucru 9' };

export const vaultOptions = (dir = join(mkdtempSync(join(tmpdir(), 'varco-')), 'vault')): CreateVault => ({
  dir,
  kind: 'prison',
  demo: true,
  testKdf: true,
  serviceName: 'Penitenciarul de probă',
  timeZone: 'Europe/Bucharest',
  users: [EDUCATOR, DIRECTOR, ADMIN],
  secrets: { 'age-identity': randomBytes(40), 'signing-key': randomBytes(32), 'next-signing-key': randomBytes(32) },
});

const base = (id: string) => ({ id, v: 1, createdAt: '2026-05-17T08:00:00.000Z', createdBy: EDUCATOR.id, updatedAt: '2026-05-17T08:00:00.000Z', updatedBy: EDUCATOR.id });

export const newPerson = (familyName: string, fields: Partial<DocumentOf<'people'>> = {}): DocumentOf<'people'> => ({
  ...base(v7()),
  type: 'person',
  code: 'PG-1204',
  familyName,
  givenName: 'Ștefan',
  birthDate: '1990-05-17',
  releaseDates: [],
  decisions: [],
  status: 'ACTIVE',
  ...fields,
});

export const newNote = (personId: string, text: string): DocumentOf<'assessments'> => ({
  ...base(v7()),
  type: 'note',
  personId,
  kind: 'CONVERSATION',
  basis: 'PERSON_SAYS',
  text,
  on: '2026-05-17',
  lang: 'ro',
  earlier: [],
  disputes: [],
});

export const newSettings = (): DocumentOf<'office'> => ({ ...base(v7()), type: 'settings', defaultDocumentLanguage: 'ro', jurisdiction: 'RO' });

/** A colleague who sees the whole house. */
export const newUser = (name: string) => ({ ...base(v7()), type: 'user', name, roles: ['TEACHER'], scope: 'FACILITY' }) as const satisfies DocumentOf<'office'>;
