import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { procedurePermissions } from '../../../shared/contract/permissions.ts';
import { demoWorkplace, type DemoWorkplace } from '../demo/client.ts';
import { createPrison } from '../demo/story.ts';
import { names, programme } from '../demo/story-texts.ts';
import { newId } from '../services/work.ts';
import { OpenVault } from '../vault/open-vault.ts';
import { VaultError } from '../vault/types.ts';

let folder: string;
let workplace: DemoWorkplace;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  workplace = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createPrison(workplace);
});

afterAll(async () => {
  await workplace.core.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Calls a procedure with nothing: permission is asked before the input is looked at. */
const codeOf = async (path: string): Promise<string> => {
  const [area = '', name = ''] = path.split('.');
  const calls = workplace.calls as unknown as Record<string, Record<string, (input?: unknown) => Promise<unknown>>>;
  try {
    await calls[area]?.[name]?.();
    return 'answered';
  } catch (error) {
    return error instanceof ORPCError ? error.code : `thrown ${String(error)}`;
  }
};

const guarded = Object.entries(procedurePermissions).filter(([, permission]) => permission !== 'public');

describe('who may call what', () => {
  it('a refusal for want of permission stands in the audit trail', async () => {
    await workplace.changeUser(names.educator);
    await codeOf('plans.approve');
    const [last] = await workplace.core.session.vault.audit.read({ limit: 1 });
    expect(last).toMatchObject({ action: 'refused', details: { procedure: 'plans.approve' } });
  });

  it('so does one that a rule gives because of who asks, and nothing of what is asked', async () => {
    await workplace.changeUser(names.coordinator);
    const { vault } = workplace.core.session;
    await expect(workplace.calls.users.dismiss({ userId: vault.user.id })).rejects.toMatchObject({ data: { code: 'users.dismissSelf' } });
    expect((await vault.audit.read({ limit: 1 }))[0]).toMatchObject({ action: 'refused', details: { procedure: 'users.dismiss' } });
  });

  it('a view that was opened for somebody shows nothing to who unlocks after them', async () => {
    await workplace.changeUser(names.coordinator);
    const view = (await workplace.calls.users.list())[Symbol.asyncIterator]();
    await workplace.changeUser(names.educator);
    await expect(view.next()).rejects.toMatchObject({ code: 'LOCKED' });
  });

  it('a refusal that cannot be recorded is told in words', async () => {
    vi.spyOn(OpenVault.prototype, 'commit').mockRejectedValueOnce(new VaultError('DISK_FULL'));
    await expect(workplace.calls.users.dismiss({ userId: workplace.core.session.vault.user.id })).rejects.toMatchObject({ code: 'FAILED', data: { code: 'vault.DISK_FULL' } });
    vi.restoreAllMocks();
  });

  it('nothing answers when nobody is unlocked', async () => {
    await workplace.core.close();
    for (const [path] of guarded) expect([path, await codeOf(path)]).toEqual([path, 'LOCKED']);
    await workplace.changeUser(names.educator);
  });
});

describe('people', () => {
  const birthDate = '1990-01-01';

  it('refuses somebody under 18 and saves nothing', async () => {
    const before = await workplace.calls.people.units();
    await expect(
      workplace.calls.people.add({ code: 'X-1', familyName: 'Tânăr', givenName: 'Ion', birthDate: '2010-01-01' }),
    ).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'person.underAge' } });
    expect(await workplace.calls.people.units()).toEqual(before);
  });

  it('finds people without diacritics, and shows a new one in a list that is already open', async () => {
    const list = await workplace.calls.people.list({ search: 'tirlea', sort: 'name', offset: 0, limit: 10 });
    const pages = list[Symbol.asyncIterator]();
    expect((await pages.next()).value).toEqual({ items: [], total: 0, undated: 0 });
    await workplace.calls.people.add({ code: 'X-2', familyName: 'Țîrlea', givenName: 'Ștefan', birthDate, endOfSentence: '2027-02-04' });
    expect((await pages.next()).value).toMatchObject({
      total: 1,
      items: [{ name: 'Țîrlea Ștefan', nearest: { kind: 'END_OF_SENTENCE', isRelease: true, days: 74 } }],
    });
    await pages.return?.(undefined);
  });

  it('tells a taken number apart from a new one, also in other spelling', async () => {
    await expect(
      workplace.calls.people.add({ code: 'x 2', familyName: 'Altul', givenName: '', birthDate }),
    ).rejects.toMatchObject({ data: { code: 'person.codeTaken' } });
  });

  it('sorts people without a date last, and finds them apart', async () => {
    await workplace.calls.people.add({ code: 'X-3', familyName: 'Fără', givenName: 'Dată', birthDate });
    const page = async (query: object) => {
      const list = await workplace.calls.people.list({ sort: 'nearest', offset: 0, limit: 10, ...query });
      for await (const value of list) return value.items.map((row) => row.code);
      return [];
    };
    expect(await page({})).toEqual(['X-2', 'X-3']);
    expect(await page({ withoutDate: true })).toEqual(['X-3']);
  });
});

it('a live view that fails says why, as any other answer', async () => {
  const view = await workplace.calls.people.get({ id: newId() });
  await expect(view[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'notFound', params: { type: 'person' } } });
});

describe('twice at once', () => {
  const birthDate = '1980-01-01';
  const settled = async (run: () => Promise<unknown>): Promise<string[]> => (await Promise.allSettled([run(), run()])).map(({ status }) => status);

  it('enters a person once', async () => {
    const { calls } = workplace;
    expect(await settled(() => calls.people.add({ code: 'D-1', familyName: 'Dublu', givenName: 'Ion', birthDate }))).toEqual(['fulfilled', 'rejected']);
  });

  it('opens one draft', async () => {
    const { calls } = workplace;
    const { id } = await calls.people.add({ code: 'D-2', familyName: 'Dublu', givenName: 'Ana', birthDate });
    expect(await settled(() => calls.plans.draft({ personId: id, kind: 'INITIAL', lang: 'ro' }))).toEqual(['fulfilled', 'rejected']);
  });

  it('enrols once', async () => {
    const { calls } = workplace;
    const { id } = await calls.people.add({ code: 'D-3', familyName: 'Dublu', givenName: 'Dan', birthDate });
    const { programmeId } = await calls.learning.addProgramme(programme);
    const { runId } = await calls.learning.addRun({ programmeId, label: 'Grupa 1', sessions: [{ on: '2026-12-01', minutes: 60 }] });
    const enrol = () => calls.learning.enrol({ runId, personIds: [id] });
    expect(await Promise.all([enrol(), enrol()])).toEqual([{ enrolled: 1, already: 0 }, { enrolled: 0, already: 1 }]);
  });
});
