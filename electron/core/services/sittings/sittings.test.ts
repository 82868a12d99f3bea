import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListPreview, OutcomesView, SittingsView, SittingView } from '../../../../shared/contract/sittings.ts';
import type { SittingKind } from '../../../../shared/domain/sitting.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';

const SAMPLE = fileURLToPath(new URL('../../../../tests/fixtures/ro-commission-list.csv', import.meta.url));
const DAY = '2026-12-08';
let now = Date.parse('2026-11-22T10:00:00Z');
let folder: string;
let prison: DemoWorkplace;
const ids: Record<string, string> = {};

const first = async <T>(view: Promise<AsyncIterable<T>>): Promise<T> => {
  for await (const value of await view) return value;
  throw new Error('no answer');
};
const all = (): Promise<SittingsView> => first(prison.calls.sittings.list());
const sitting = (sittingId: string): Promise<SittingView> => first(prison.calls.sittings.get({ sittingId }));
const person = async (code: string) => (await first(prison.calls.people.get({ id: ids[code]! }))).person;
const trail = async (limit = 20) => (await prison.core.session.vault.audit.read({ limit })).filter(({ action }) => action !== 'case.read');
const refusal = (code: string) => ({ code: 'REFUSED', data: { code } });

const add = async (code: string): Promise<void> => {
  ids[code] = (await prison.calls.people.add({ code, familyName: `Exemplu ${code}`, givenName: 'Ion', birthDate: '1980-01-01' })).id;
};
const read = async (path = SAMPLE, kind: SittingKind = 'COMMISSION'): Promise<ListPreview> => {
  const copy = join(folder, 'lista comisiei.csv');
  copyFileSync(path, copy);
  return prison.calls.sittings.readList({ kind, file: prison.grant(copy, 'table') });
};
const list = (rows: readonly string[]): string => {
  const path = join(folder, 'hand.csv');
  writeFileSync(path, ['Nr. matricol;Data ședinței;Propunere;Termen de reanalizare', ...rows].join('\r\n'));
  return path;
};
const take = ({ kind, name, rows }: ListPreview) => prison.calls.sittings.takeList({ kind, source: name, rows: rows.map(({ personId, on, proposal, term }) => ({ personId, on, proposal, term })) });
const faults = ({ refused }: ListPreview): string[] => refused.map(({ row, code, fault, on }) => [row, code, fault, on].filter((part) => part !== undefined).join(' '));
const told = ({ people }: OutcomesView): string[] => people.map(({ effects, refusal: no }) => no?.code ?? effects.map(({ effect, on }) => (on === undefined ? effect : `${effect} ${on}`)).join(', '));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => now);
  await createPrison(prison);
  for (const code of ['TM-2016-1000', 'TM-2022-1042', 'TM-2024-1056', 'TM-2025-1063', 'TM-2026-1070', 'TM-2017-1084', 'TM-2018-1091', 'TM-2022-1119']) await add(code);
}, 60_000);
afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a list of the commission', () => {
  it('is matched by number: who is known is named, who is not says so, remarks are left out', async () => {
    const seen = await read();
    expect(seen.rows.map(({ code, proposal, term = '-', state }) => `${code} ${proposal} ${term} ${state}`)).toEqual([
      'TM-2016-1000 ADMIT - NEW',
      'TM-2022-1042 ADMIT - NEW',
      'TM-2024-1056 POSTPONE 2027-06-08 NEW',
      'TM-2025-1063 ADMIT - NEW',
      'TM-2026-1070 ADMIT - NEW',
      'TM-2017-1084 POSTPONE 2027-06-08 NEW',
      'TM-2018-1091 ADMIT - NEW',
      'TM-2022-1119 ADMIT - NEW',
    ]);
    expect(faults(seen)).toEqual(['10 TM-2023-1126 NUMBER_UNKNOWN']);
    expect(seen.leftOut).toEqual(['Nr. crt.', 'Observații']);
    expect((await all()).ahead).toEqual([]);
  });

  it('is taken over in one commit, with the day among everybody’s dates and an entry in everybody’s trail', async () => {
    const before = prison.core.session.vault.audit.newest();
    const taken = await take(await read());
    expect(taken).toMatchObject({ added: 8, changed: 0, same: 0 });
    const entries = (await trail(9)).filter(({ seq }) => seq > before);
    expect(entries.map(({ action }) => action)).toEqual([...Array.from({ length: 8 }, () => 'sittings.enlist'), 'sittings.takeList']);
    expect(new Set(entries.flatMap(({ subject }) => subject ?? [])).size).toBe(8);
    expect(JSON.stringify(entries)).not.toContain('TM-');
    expect((await person('TM-2016-1000')).releaseDates).toMatchObject([{ kind: 'COMMISSION', date: DAY, certainty: 'DECIDED', source: 'lista comisiei.csv' }]);
    expect((await all()).ahead).toMatchObject([{ kind: 'COMMISSION', on: DAY, people: 8, open: 8, reports: 8 }]);
  });

  it('twice changes nothing, not even the trail', async () => {
    const before = prison.core.session.vault.audit.newest();
    const seen = await read();
    expect(seen.rows.every(({ state }) => state === 'SAME')).toBe(true);
    expect(await take(seen)).toMatchObject({ added: 0, changed: 0, same: 8 });
    expect(prison.core.session.vault.audit.newest()).toBe(before);
  });

  it('says another thing of somebody: that is changed, and the rest stays', async () => {
    const seen = await read(list(['TM-2016-1000;08.12.2026;amânare;08.09.2027', 'TM-2022-1042;08.12.2026;admitere;']));
    expect(seen.rows.map(({ state }) => state)).toEqual(['CHANGED', 'SAME']);
    expect(await take(seen)).toMatchObject({ added: 0, changed: 1, same: 1 });
    await take(await read());
  });

  it.each<[string, string, string]>([
    ['another day than the list they stand on', 'TM-2016-1000;09.12.2026;admitere;', '2 TM-2016-1000 OTHER_SITTING 2026-12-08'],
    ['a day years ahead', 'TM-2016-1000;08.12.2029;admitere;', '2 TM-2016-1000 DAY_OUT_OF_REACH 2029-12-08'],
    ['a day years ago', 'TM-2016-1000;08.12.2019;admitere;', '2 TM-2016-1000 DAY_OUT_OF_REACH 2019-12-08'],
    ['a term over a year', 'TM-2016-1000;08.12.2026;amânare;09.12.2027', '2 TM-2016-1000 TERM_TOO_FAR'],
    ['a day that does not exist', 'TM-2016-1000;31.02.2027;admitere;', '2 TM-2016-1000 DAY_INVALID'],
    ['a number of nobody', 'TM-0000;08.12.2026;admitere;', '2 TM-0000 NUMBER_UNKNOWN'],
    ['a formula', '"=HYPERLINK(""http://x"")";08.12.2026;admitere;', '2 =HYPERLINK("http://x") FORMULA'],
  ])('names a row with %s', async (_name, row, expected) => expect(faults(await read(list([row])))).toEqual([expected]));

  it('names who has left, and who is decided already', async () => {
    await add('OUT-1');
    await add('FIN-1');
    await prison.calls.people.setDate({ personId: ids['OUT-1']!, kind: 'END_OF_SENTENCE', date: '2026-11-01', certainty: 'CALCULATED', source: 'mandat 1' });
    for (const code of ['OUT-1', 'FIN-1']) {
      // three days of appeal lie between the grant and the day it is final
      for (const [command, on] of [['propose', '2026-10-01'], ['grant', '2026-10-05'], ['becomeFinal', '2026-10-12']] as const) await prison.calls.people.decide({ personId: ids[code]!, command, on, source: 'hotărâre 1' });
    }
    await prison.calls.people.decide({ personId: ids['OUT-1']!, command: 'release', on: '2026-11-01', source: 'bilet 1' });
    expect(faults(await read(list(['OUT-1;08.12.2026;admitere;', 'FIN-1;08.12.2026;admitere;'])))).toEqual(['2 OUT-1 NOT_HERE', '3 FIN-1 SETTLED']);
  });

  it.each<[string, string | Buffer, string]>([
    ['a text without columns', 'lista comisiei', 'REGISTER_NOT_A_TABLE'],
    ['a table that is no list', 'Nume;Prenume\r\nPop;Ion', 'sitting.noList'],
    ['nothing', '', 'REGISTER_EMPTY'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'REGISTER_OLD_EXCEL'],
    ['more people than a day has hours', ['Nr. matricol;Data ședinței', ...Array.from({ length: 301 }, (_, at) => `X-${at};08.12.2026`)].join('\n'), 'sitting.listTooLong'],
  ])('refuses a file with %s', async (_name, content, code) => {
    const path = join(folder, 'bad.csv');
    writeFileSync(path, content);
    await expect(prison.calls.sittings.readList({ kind: 'COMMISSION', file: prison.grant(path, 'table') })).rejects.toMatchObject(refusal(code));
  });

  it('is checked again when it is taken: nothing of it is saved when one row is wrong', async () => {
    const rows = [{ personId: ids['TM-2016-1000']!, on: '2027-01-05' }];
    await expect(prison.calls.sittings.takeList({ kind: 'COMMISSION', source: 'x', rows })).rejects.toMatchObject(refusal('sitting.elsewhere'));
    await expect(prison.calls.sittings.takeList({ kind: 'COMMISSION', source: 'x', rows: [{ personId: ids['OUT-1']!, on: DAY }] })).rejects.toMatchObject(refusal('sitting.notHere'));
    expect((await all()).ahead.map(({ on, people }) => `${on} ${people}`)).toEqual([`${DAY} 8`]);
  });
});

describe('the list by hand', () => {
  it('somebody is added with the act, taken off with a reason, and put back', async () => {
    await add('H-1');
    const sittingId = (await all()).ahead[0]!.id;
    await prison.calls.sittings.addPeople({ sittingId, source: 'adresa 4', personIds: [ids['H-1']!, ids['TM-2016-1000']!] });
    const of = async (code: string) => (await sitting(sittingId)).people.find((entry) => entry.code === code);
    expect(await of('H-1')).toMatchObject({ state: 'LISTED', report: { state: 'TO_WRITE', dueOn: '2026-11-24' }, review: { state: 'NO_PLAN' } });
    const { caseId } = (await of('H-1'))!;
    await prison.calls.sittings.takeOff({ caseId, reason: 'transferat' });
    expect(await of('H-1')).toMatchObject({ state: 'TAKEN_OFF', takenOff: { reason: 'transferat' } });
    expect((await all()).ahead[0]).toMatchObject({ people: 8 });
    await prison.calls.sittings.putBack({ caseId });
    expect(await of('H-1')).toMatchObject({ state: 'LISTED' });
    await expect(prison.calls.sittings.putBack({ caseId })).rejects.toMatchObject(refusal('machine.sitting'));
  });

  it('people with a day of their own are offered as a sitting until they stand on a list', async () => {
    await add('U-1');
    await prison.calls.people.setDate({ personId: ids['U-1']!, kind: 'HEARING', date: '2027-02-10', certainty: 'DECIDED', source: 'citație 1' });
    expect((await all()).unlisted).toMatchObject([{ on: '2027-02-10', kind: 'HEARING', people: [{ code: 'U-1' }] }]);
    await prison.calls.sittings.add({ kind: 'HEARING', on: '2027-02-10', body: 'COURT', place: 'sala 2', source: 'citație 1', personIds: [ids['U-1']!] });
    expect((await all()).unlisted).toEqual([]);
    // the day was known: nothing is written over it
    expect((await person('U-1')).releaseDates).toHaveLength(1);
  });

  it('the report is written, done, and opened again; reading it is recorded', async () => {
    const sittingId = (await all()).ahead[0]!.id;
    const { caseId, personId } = (await sitting(sittingId)).people[0]!;
    await expect(prison.calls.sittings.reopenReport({ caseId })).rejects.toMatchObject(refusal('machine.sittingReport'));
    await prison.calls.sittings.writeReport({ caseId, text: 'A lucrat 212 zile.', lang: 'ro' });
    await prison.calls.sittings.finishReport({ caseId });
    expect((await sitting(sittingId)).people[0]).toMatchObject({ report: { state: 'DONE', doneOn: '2026-11-22' } });
    await expect(prison.calls.sittings.writeReport({ caseId, text: 'Altceva.', lang: 'ro' })).rejects.toMatchObject(refusal('machine.sittingReport'));
    const before = prison.core.session.vault.audit.newest();
    expect(await first(prison.calls.sittings.report({ sittingId, personId }))).toEqual({ state: 'DONE', text: 'A lucrat 212 zile.', lang: 'ro' });
    expect((await prison.core.session.vault.audit.read({ limit: 1 }))[0]).toMatchObject({ action: 'case.read', seq: before + 1, details: { parts: 'REPORT' } });
    await expect(first(prison.calls.sittings.report({ sittingId, personId: ids['OUT-1']! }))).rejects.toMatchObject(refusal('sitting.notListed'));
  });
});

describe('the day', () => {
  const sittingId = async (): Promise<string> => (await all()).ahead.find(({ on }) => on === DAY)!.id;

  it('before it nothing is recorded', async () => {
    const view = await prison.calls.sittings.record({ sittingId: await sittingId(), source: 'PV 12/2026', people: [{ personId: ids['TM-2016-1000']!, command: 'propose' }] });
    expect([view.saved, told(view)]).toEqual([false, ['sitting.notYet']]);
  });

  it('outcomes are looked at, refused together when one is wrong, and recorded together when all are right', async () => {
    await planWith(prison, ids['TM-2024-1056']!, '2026-11-22');
    await prison.changeUser(names.educator);
    now = Date.parse('2026-12-08T12:00:00Z');
    const id = await sittingId();
    const right = [
      { personId: ids['TM-2016-1000']!, command: 'propose' as const },
      { personId: ids['TM-2024-1056']!, command: 'postpone' as const, newTerm: '2027-06-08' },
      { personId: ids['TM-2022-1042']!, command: 'move' as const, movedTo: '2026-12-15' },
    ];
    const wrong = [
      { personId: ids['TM-2017-1084']!, command: 'postpone' as const },
      { personId: ids['TM-2018-1091']!, command: 'postpone' as const, newTerm: '2027-12-09' },
      { personId: ids['TM-2022-1119']!, command: 'move' as const, movedTo: '2026-12-08' },
      { personId: ids['TM-2025-1063']!, command: 'grant' as const },
      { personId: ids['FIN-1']!, command: 'propose' as const },
    ];
    const before = prison.core.session.vault.audit.newest();
    const both = await prison.calls.sittings.record({ sittingId: id, source: 'PV 12/2026', people: [...right, ...wrong] });
    expect(both.saved).toBe(false);
    expect(told(both).slice(3)).toEqual(['decision.newTermNeeded', 'decision.newTermTooFar', 'sitting.otherDayBefore', 'sitting.notOfThisBody', 'sitting.notListed']);
    expect(prison.core.session.vault.audit.newest()).toBe(before);

    const looked = await prison.calls.sittings.look({ sittingId: id, source: 'PV 12/2026', people: right });
    expect([looked.saved, told(looked)]).toEqual([false, ['DECISION, HEARING_TO_SET', 'DECISION, PAUSES 2027-06-08, NEXT_DATE 2027-06-08, REVIEW_BY 2027-02-22', 'NEXT_DATE 2026-12-15']]);
    expect(prison.core.session.vault.audit.newest()).toBe(before);

    const saved = await prison.calls.sittings.record({ sittingId: id, source: 'PV 12/2026', people: right });
    expect([saved.saved, told(saved)]).toEqual([true, told(looked)]);
    expect((await trail(3)).map(({ action, details }) => `${action} ${String(details?.['outcome'])}`)).toEqual(['sittings.decide move', 'sittings.decide postpone', 'sittings.decide propose']);
    expect((await person('TM-2024-1056')).decisions).toMatchObject([{ state: 'POSTPONED', history: [{ on: DAY, newTerm: '2027-06-08', source: 'PV 12/2026' }] }]);
    expect((await person('TM-2022-1042')).releaseDates.at(-1)).toMatchObject({ kind: 'COMMISSION', date: '2026-12-15' });
    const states = Object.fromEntries((await sitting(id)).people.map(({ code, state }) => [code, state]));
    expect(states).toMatchObject({ 'TM-2016-1000': 'PROPOSED', 'TM-2024-1056': 'POSTPONED', 'TM-2022-1042': 'MOVED', 'TM-2025-1063': 'LISTED' });
    const next = (await all()).ahead.find(({ on }) => on === '2026-12-15')!;
    expect((await sitting(next.id)).people).toMatchObject([{ code: 'TM-2022-1042', state: 'LISTED', proposal: 'ADMIT' }]);

    const again = await prison.calls.sittings.record({ sittingId: id, source: 'PV 12/2026', people: right });
    expect([again.saved, told(again)]).toEqual([false, ['machine.sitting', 'machine.sitting', 'machine.sitting']]);
  });

  it('a new term is heard: the decision that was postponed is expected again and goes on', async () => {
    now = Date.parse('2027-06-08T12:00:00Z');
    const { sittingId: id } = await prison.calls.sittings.add({ kind: 'COMMISSION', on: '2027-06-08', source: 'adresa 9', personIds: [ids['TM-2024-1056']!] });
    const view = await prison.calls.sittings.record({ sittingId: id, source: 'PV 7/2027', people: [{ personId: ids['TM-2024-1056']!, command: 'propose' }] });
    expect(view.saved).toBe(true);
    expect((await person('TM-2024-1056')).decisions[0]?.history.map(({ state }) => state)).toEqual(['POSTPONED', 'EXPECTED', 'PROPOSED']);
  });

  it('a court decides on the person’s own request, too, which nobody proposed', async () => {
    await add('IT-1');
    const { sittingId: id } = await prison.calls.sittings.add({ kind: 'HEARING', on: '2027-06-08', source: 'citație 3', personIds: [ids['IT-1']!] });
    expect(told(await prison.calls.sittings.record({ sittingId: id, source: 'sentința 30/2027', people: [{ personId: ids['IT-1']!, command: 'grant' }] }))).toEqual(['DECISION, NOT_FINAL']);
  });

  it('a court grants, and the days to release count from nothing that is not final', async () => {
    now = Date.parse('2027-06-20T12:00:00Z');
    const { sittingId: id } = await prison.calls.sittings.add({ kind: 'HEARING', on: '2027-06-20', body: 'COURT', source: 'citație 9', personIds: [ids['TM-2024-1056']!, ids['TM-2016-1000']!] });
    const view = await prison.calls.sittings.record({
      sittingId: id,
      source: 'sentința 31/2027',
      people: [
        { personId: ids['TM-2024-1056']!, command: 'grant' },
        { personId: ids['TM-2016-1000']!, command: 'refuse', newTerm: '2028-01-20' },
      ],
    });
    expect(view.saved).toBe(true);
    expect(view.people[0]?.effects.map(({ effect }) => effect)).toContain('NOT_FINAL');
    expect(view.people[0]?.effects.map(({ effect }) => effect)).not.toContain('RELEASE_COUNTS');
    expect((await person('TM-2016-1000')).decisions.at(-1)).toMatchObject({ state: 'REFUSED' });
  });
});
