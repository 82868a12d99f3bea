import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntryView, AuditFilter } from '../../../../shared/contract/audit.ts';
import type { DisclosureContent } from '../../../../shared/domain/disclosure.ts';
import { DEMO_PASSWORD, demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { admit } from '../users/users.ts';
import { newId } from '../work.ts';
import { verifyExport } from './export-file.ts';

const today = new Date().toISOString().slice(0, 10);
let folder: string;
let prison: DemoWorkplace;
let ion = '';
let dan = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', Date.now);
  await createPrison(prison);
  const { calls } = prison;
  ({ id: ion } = await calls.people.add({ code: 'T-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' }));
  ({ id: dan } = await calls.people.add({ code: 'T-2', familyName: 'Altul', givenName: 'Dan', birthDate: '1990-01-01' }));
  await calls.people.setDate({ personId: ion, kind: 'HEARING', date: '2027-01-20', certainty: 'DECIDED', source: 'mandat' });
  const page = (await calls.people.get({ id: ion }))[Symbol.asyncIterator]();
  await page.next();
  await page.return?.(undefined);
  await expect(calls.audit.read({ limit: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await prison.changeUser(names.coordinator);
  const { vault } = prison.core.session;
  // many entries, to look through more than one slice
  for (let at = 0; at < 300; at += 1) await vault.commit([], { action: 'home.guide' });
}, 60_000);

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything a filter finds, looked for as the screen does. */
const all = async (filter: AuditFilter, limit = 200): Promise<AuditEntryView[]> => {
  const found: AuditEntryView[] = [];
  let before: number | undefined;
  do {
    const { entries, next } = await prison.calls.audit.read({ filter, limit, ...(before === undefined ? {} : { before }) });
    found.push(...entries);
    before = next;
  } while (before !== undefined);
  return found;
};
const actions = async (filter: AuditFilter): Promise<readonly string[]> => (await all(filter)).map(({ action }) => action);
const subject = (id: string): string => prison.core.session.vault.audit.subjectOf(id);

describe('looking for entries', () => {
  it('goes through the whole trail page by page, none twice, none left out', async () => {
    const found = await all({}, 37);
    expect(found.map(({ seq }) => seq)).toEqual(Array.from({ length: found.length }, (_, at) => found.length - at));
    expect(found.length).toBeGreaterThan(305);
  });

  it('by what kind', async () => {
    expect(await actions({ kind: 'READ' })).toEqual(['case.read']);
    expect(await actions({ kind: 'REFUSAL' })).toEqual(['refused']);
    expect(await actions({ kind: 'LOGIN' })).toEqual(['session.unlock', 'session.lock', 'session.recoveryKept']);
    expect(await actions({ kind: 'CHANGE' })).toEqual(['people.setDate', 'people.add', 'people.add']);
  });

  it('by who', async () => {
    const { users } = await prison.calls.session.status();
    const id = (name: string) => users.find((user) => user.name === name)?.id ?? '';
    expect((await all({ who: id(names.coordinator) })).length).toBeGreaterThanOrEqual(301);
    expect(await actions({ who: id(names.educator), kind: 'READ' })).toEqual(['case.read']);
  });

  it('by person: the same by name and by mark', async () => {
    const mine = ['case.read', 'people.setDate', 'people.add'];
    expect(await actions({ personId: ion })).toEqual(mine);
    expect(await actions({ mark: subject(ion) })).toEqual(mine);
    expect(await actions({ personId: dan })).toEqual(['people.add']);
    expect(await actions({ mark: 'f'.repeat(32) })).toEqual([]);
  });

  it('by period: both days count', async () => {
    const whole = (await all({})).length;
    const day = (moved: number): string => new Date(Date.now() + moved * 86_400_000).toISOString().slice(0, 10);
    expect((await all({ from: day(-1), to: day(1) })).length).toBe(whole);
    expect(await all({ from: day(2) })).toEqual([]);
    expect(await all({ to: day(-2) })).toEqual([]);
  });

  it('counts each kind while it looks', async () => {
    let last;
    for await (const counted of await prison.calls.audit.count({ filter: { personId: ion } })) last = counted;
    expect(last).toMatchObject({ found: 3, kinds: { READ: 1, CHANGE: 2 } });
    expect(last?.looked).toBe(last?.of);
  });
});

describe('who may not read cases', () => {
  it('finds by mark, learns no number, and cannot ask by name', async () => {
    await admit(prison.core.session.work(), { name: 'Admin Exemplu', roles: ['ADMIN'] }, DEMO_PASSWORD, false);
    await prison.changeUser('Admin Exemplu');
    const mark = subject(ion);
    expect((await all({ mark })).length).toBeGreaterThanOrEqual(3);
    await expect(prison.calls.audit.read({ filter: { personId: ion }, limit: 1 })).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'audit.noCases' } });
    const path = join(folder, 'refused.jsonl');
    await expect(prison.calls.audit.export({ file: prison.grant(path, 'save'), numbers: true })).rejects.toMatchObject({ data: { code: 'audit.noCases' } });
    expect(existsSync(path)).toBe(false);
    await prison.calls.audit.export({ file: prison.grant(path, 'save'), numbers: false });
    expect(readFileSync(path, 'utf8')).toContain(mark);
    await prison.changeUser(names.coordinator);
  });
});

describe('an export', () => {
  const exported = async (filter: AuditFilter, numbers = false): Promise<Buffer> => {
    const path = join(folder, `${newId()}.jsonl`);
    const said = await prison.calls.audit.export({ file: prison.grant(path, 'save'), filter, numbers });
    const bytes = readFileSync(path);
    const verdict = verifyExport(bytes);
    expect(verdict).toMatchObject({ intact: true, signer: said.signer, head: { entries: said.entries, range: { from: said.from, to: said.to } } });
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    return bytes;
  };

  it('of everything has every number; nobody is named in it', async () => {
    const bytes = await exported({});
    expect(verifyExport(bytes)).toMatchObject({ head: { complete: true, range: { from: 1 }, service: expect.any(String), exportedBy: { name: names.coordinator } } });
    expect(bytes.toString('utf8')).not.toContain('Exemplu","givenName');
    for (const word of ['T-1', 'T-2', 'Altul']) expect(bytes.toString('utf8')).not.toContain(word);
    expect(bytes.toString('utf8')).toContain(names.educator);
    const [newest] = await all({}, 1);
    expect(newest).toMatchObject({ action: 'audit.export', kind: 'EXPORT', details: { from: 1, numbers: false } });
  });

  it('of one person has their entries only, with the number for who asked', async () => {
    const bytes = await exported({ personId: ion }, true);
    expect(verifyExport(bytes)).toMatchObject({ head: { complete: false, filter: { mark: subject(ion) } } });
    expect(bytes.toString('utf8').match(/"number":"T-1"/g)?.length).toBeGreaterThanOrEqual(3);
    expect(bytes.toString('utf8')).not.toContain('T-2');
  });

  it('begins where the one before ended', async () => {
    const heads = [verifyExport(await exported({})), verifyExport(await exported({}))].map((verdict) => (verdict.intact ? verdict.head : undefined));
    expect(heads[1]?.range.to).toBeGreaterThan(heads[0]?.range.to ?? 0);
    expect(prison.core.session.vault.audit.tagOf(heads[0]?.range.to ?? -1)).toBe(heads[0]?.chain.end);
  });

  it('of nothing is refused, and no file is written', async () => {
    const path = join(folder, 'nothing.jsonl');
    await expect(prison.calls.audit.export({ file: prison.grant(path, 'save'), filter: { mark: 'f'.repeat(32) }, numbers: false })).rejects.toMatchObject({ data: { code: 'audit.nothingToExport' } });
    expect(existsSync(path)).toBe(false);
  });

  const lines = (bytes: Buffer): string[] => bytes.toString('utf8').trimEnd().split('\n');
  const joined = (all_: readonly string[]): Buffer => Buffer.from(`${all_.join('\n')}\n`);
  it.each<readonly [string, (all_: string[]) => Buffer, string]>([
    ['an entry edited', (all_) => joined(all_.with(3, all_[3]!.replace('"seq":3', '"seq":33'))), 'CHANGED'],
    ['an entry taken out', (all_) => joined(all_.toSpliced(4, 1)), 'CHANGED'],
    ['an entry added', (all_) => joined(all_.toSpliced(4, 0, all_[3]!)), 'CHANGED'],
    ['its first line edited', (all_) => joined(all_.with(0, all_[0]!.replace('"complete":true', '"complete":false'))), 'CHANGED'],
    ['its end cut off', (all_) => joined(all_.slice(0, -1)), 'CUT'],
    ['its last line cut short', (all_) => Buffer.from(all_.join('\n').slice(0, -9)), 'CUT'],
    ['the statement edited', (all_) => joined([...all_.slice(0, -1), all_.at(-1)!.replace('"from":"1"', '"from":"2"')]), 'SIGNATURE'],
    ['another signature', (all_) => joined([...all_.slice(0, -1), all_.at(-1)!.replace(/"signature":"..../, '"signature":"AAAA')]), 'SIGNATURE'],
    ['other line ends', (all_) => Buffer.from(`${all_.join('\r\n')}\r\n`), 'CHANGED'],
    ['something after it', (all_) => joined([...all_, '{}']), 'CUT'],
    ['no export at all', () => Buffer.from('hello\n'), 'NOT_AN_EXPORT'],
    ['nothing', () => Buffer.alloc(0), 'NOT_AN_EXPORT'],
  ])('with %s is found out', async (_what, harm, fault) => {
    expect(verifyExport(harm(lines(await exported({}))))).toMatchObject({ intact: false, fault });
  });
});

it('the check tells how far it is, ends with a verdict, and is recorded', async () => {
  const told = [];
  for await (const step of await prison.calls.audit.verify()) told.push(step);
  expect(told.at(-1)).toMatchObject({ verdict: { intact: true } });
  expect((await all({}, 1))[0]).toMatchObject({ action: 'audit.verify', details: { intact: true } });
});

describe('the disclosure book', () => {
  const call: DisclosureContent = { on: today, way: 'PHONE', asker: 'Doamna Test, serviciu de probațiune', identified: 'CALLED_BACK', answer: 'TOLD', told: ['IS_HERE', 'RELEASE_DATES'], ground: 'LEGAL_DUTY', act: 'art. 101 CP', words: 'termenul de liberare' };

  it('records a call; the trail is told way and ground, never who asked or what was said', async () => {
    await prison.calls.disclosures.record({ personId: dan, content: call });
    const [entry] = await all({ personId: dan }, 1);
    expect(entry).toMatchObject({ action: 'disclosure.record', kind: 'DISCLOSURE', details: { way: 'PHONE', ground: 'LEGAL_DUTY', answer: 'TOLD', topics: 2 } });
    expect(JSON.stringify(await all({ kind: 'DISCLOSURE' }))).not.toMatch(/Doamna|termenul|art\. 101/);
  });

  it('refuses what may not stand in it, and keeps nothing of it', async () => {
    await expect(prison.calls.disclosures.record({ personId: dan, content: { ...call, identified: 'NOT_IDENTIFIED' } })).rejects.toMatchObject({ data: { code: 'disclosure.notIdentified' } });
    await expect(prison.calls.disclosures.record({ personId: newId(), content: call })).rejects.toMatchObject({ data: { code: 'notFound' } });
    for await (const book of await prison.calls.disclosures.ofPerson({ personId: dan })) {
      expect(book).toHaveLength(1);
      break;
    }
  });

  it('puts an entry right and keeps what it said; nothing deletes it', async () => {
    const book = async () => {
      for await (const entries of await prison.calls.disclosures.ofPerson({ personId: dan })) return entries;
      return [];
    };
    const [entry] = await book();
    await prison.calls.disclosures.correct({ disclosureId: entry?.id ?? '', content: { ...call, told: ['IS_HERE'] }, reason: 'greșit' });
    expect(await book()).toMatchObject([{ told: ['IS_HERE'], earlier: [{ told: ['IS_HERE', 'RELEASE_DATES'], reason: 'greșit' }] }]);
    expect(Object.keys(prison.calls.disclosures)).not.toContain('remove');
  });
});
