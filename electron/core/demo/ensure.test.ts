import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BriefView } from '../../../shared/contract/person-details.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { TOLD_CASES, type ToldCaseName } from '../../../shared/domain/told-cases.ts';
import { weekdayOf } from '../../../shared/domain/week.ts';
import { briefOf, toldCases } from '../services/people/brief.ts';
import { viewPerson } from '../services/people/people.ts';
import { consentsOf } from '../services/consents/consents.ts';
import { listUsers } from '../services/users/users.ts';
import { planInForce, plansOf } from '../services/plans/plans.ts';
import { peekVault } from '../vault/vault.ts';
import { demoWorkplace, type DemoWorkplace } from './client.ts';
import { DEMO_COUNTRIES } from './countries.ts';
import { ensureDemo } from './ensure.ts';
import { itStory } from './story-texts-it.ts';
import { roStory } from './story-texts.ts';

const clock = (): number => Date.parse('2027-03-10T09:00:00Z');

describe.each(DEMO_COUNTRIES)('the demonstration of %s', (country) => {
  const { names, others, prison } = country === 'ro' ? roStory : itStory;
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const vaultDir = join(folder, 'demo');
  let workplace: DemoWorkplace;
  const told = new Map<ToldCaseName, { readonly id: string; readonly brief: BriefView; readonly view: Awaited<ReturnType<typeof viewPerson>> }>();

  beforeAll(async () => {
    mkdirSync(join(folder, '.demo.making-old'));
    writeFileSync(join(folder, '.demo.making-old', 'half'), 'left by an interruption');
    await ensureDemo(vaultDir, '0.0.0', clock, country);
    workplace = demoWorkplace(vaultDir, '0.0.0', clock);
    await workplace.changeUser(names.educator);
    const work = workplace.core.session.work();
    for (const { number, personId } of await toldCases(work)) {
      const name = TOLD_CASES[number - 1];
      if (name !== undefined) told.set(name, { id: personId, brief: await briefOf(work, personId), view: await viewPerson(work, personId) });
    }
  }, 60_000);
  afterAll(async () => {
    await workplace.core.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const of = (name: ToldCaseName) => {
    const found = told.get(name);
    if (found === undefined) throw new Error(`${name} is not told`);
    return found;
  };
  const notices = (name: ToldCaseName) => of(name).brief.notices.map(({ type }) => type);
  const missing = (name: ToldCaseName) => of(name).brief.missing.map(({ what }) => what);

  it('is whole, leaves nothing half beside it, and is not made again', async () => {
    expect((await peekVault(vaultDir)).info).toMatchObject({ demo: true, kind: 'prison', serviceName: prison.serviceName });
    expect(readdirSync(folder)).toEqual(['demo']);
    const before = (await peekVault(vaultDir)).info?.vaultId;
    await ensureDemo(vaultDir, '0.0.0', clock, country);
    expect((await peekVault(vaultDir)).info?.vaultId).toBe(before);
  });

  it('tells the twelve, each with a plan that a second person approved and a conversation', async () => {
    expect([...told.keys()]).toEqual([...TOLD_CASES]);
    const work = workplace.core.session.work();
    for (const { id } of told.values()) {
      expect(planInForce(await plansOf(work, id))?.content.contentHash).toMatch(/^[0-9a-f]{64}$/);
      expect(await work.vault.collections.assessments.count({ selector: { type: 'note', personId: id } }).exec()).toBe(1);
    }
  });

  it('lets everybody of an office log in: a psychologist, a social worker, a director, an administrator, a teacher, a duty officer, and a guest for two months', async () => {
    const users = await listUsers(workplace.core.session.work());
    const rolesOf = (name: string) => users.find((user) => user.name === name);
    expect(users).toHaveLength(9);
    expect([others.psychologist, others.socialWorker, others.director, others.administrator, others.teacher, others.dutyOfficer, others.guest].map((name) => rolesOf(name)?.roles)).toEqual([['PSYCHOLOGIST'], ['SOCIAL_WORKER'], ['DIRECTOR'], ['ADMIN'], ['TEACHER'], ['DUTY_OFFICER'], ['GUEST']]);
    expect(rolesOf(others.guest)?.until).toBe(addDays('2027-03-10', 60));
    expect(users.some(({ passwordGiven }) => passwordGiven === true)).toBe(false);
    await workplace.changeUser(others.teacher);
    await workplace.changeUser(names.educator);
  });

  it('has something on every desk: a coming sitting, requests that wait, a course, appointments and applications', async () => {
    const { calls } = workplace;
    const first = async <T>(view: Promise<AsyncIterable<T>>): Promise<T> => {
      for await (const value of await view) return value;
      throw new Error('no answer');
    };
    expect((await first(calls.sittings.list())).ahead).toMatchObject([{ on: addDays('2027-03-10', 33), people: 3, open: 3, reports: 3 }]);
    expect((await first(calls.requests.open())).lines.map(({ state }) => state).toSorted()).toEqual(['ANSWERED', 'RECEIVED']);
    const [programme] = await first(calls.learning.programmes());
    expect(programme?.title).toMatchObject({ it: 'Preparazione alla dimissione' });
    const { appointments } = await first(calls.firstDays.ofPerson({ personId: of('FRIDAY_EVENING').id }));
    expect(appointments).toHaveLength(2);
    const { applications } = await first(calls.firstDays.ofPerson({ personId: of('NO_PAPERS').id }));
    expect(applications.map(({ application }) => application.status)).toEqual(['SUBMITTED']);
  });

  it('counts the postponed one to the new term, never to a release', () => {
    const { view, brief } = of('POSTPONED');
    expect(view.nearest).toMatchObject({ kind: 'NEW_TERM', isRelease: false, days: 140 });
    expect(notices('POSTPONED')).toEqual(['POSTPONED']);
    expect(brief.preparing).toBe(false);
  });

  it('misses a bed, and a paper, until the step about it is done', () => {
    expect(of('NO_ADDRESS').brief.missing).toEqual([{ what: 'BED', state: 'IN_PLAN', on: addDays('2027-03-10', 9) }]);
    expect(of('NO_PAPERS').brief.missing).toEqual([{ what: 'IDENTITY_PAPER', state: 'IN_PLAN', on: addDays('2027-03-10', 12) }]);
  });

  it('says how to talk with whoever cannot read', () => {
    const { person } = of('CANNOT_READ').view;
    expect(person).toMatchObject({ readingSupport: 'PICTOGRAMS', interpreterLanguage: country === 'ro' ? 'maghiară' : 'wolof' });
    expect(person.languages?.filter(({ reads }) => !reads).length).toBeGreaterThanOrEqual(2);
  });

  it('keeps refusals among the choices: nothing is missing for them', async () => {
    expect(missing('REFUSES_SHARING')).toEqual([]);
    const choices = await consentsOf(workplace.core.session.work(), of('REFUSES_SHARING').id);
    expect(choices.map(({ purpose, decision }) => `${purpose} ${decision}`).toSorted()).toEqual(['FAMILY_CONTACT REFUSED', 'MENTOR GIVEN', 'PLAN_SHARING REFUSED']);
  });

  it('tells what is forbidden by which act, and nobody it protects', () => {
    expect(of('CONTACT_BAN').brief.notices[0]).toMatchObject({ type: 'CONTACT_BAN', kinds: ['NO_CONTACT', 'NO_APPROACH'], until: addDays('2027-03-10', 900) });
    expect(Object.keys(of('CONTACT_BAN').view.person.contactBans?.[0] ?? {}).toSorted()).toEqual(['act', 'id', 'kind', 'until']);
  });

  it('sees the Friday evening coming', () => {
    const { nearest } = of('FRIDAY_EVENING').view;
    expect(weekdayOf(nearest?.date ?? '')).toBe(5);
    expect(of('FRIDAY_EVENING').brief.notices).toEqual([{ type: 'RELEASE_DAY', date: nearest?.date, time: '19:30', risk: 'FRIDAY' }]);
  });

  it('does not take work outside for a release', () => {
    const { person, nearest } = of('SEMI_LIBERTY').view;
    expect(person.custody).toMatchObject({ status: country === 'ro' ? 'WORK_OUTSIDE' : 'SEMI_LIBERTY', returnsBy: '20:30' });
    expect(person.status).toBe('ACTIVE');
    expect(nearest?.days).toBeGreaterThan(100);
  });

  it('flags the permit that ends before release', () => {
    expect(of('PERMIT_EXPIRES').brief.notices).toContainEqual({ type: 'PERMIT', until: addDays('2027-03-10', 35), passed: false });
    expect(missing('PERMIT_EXPIRES')).toContain('PERMIT');
  });

  it('tells of the transfer and of the return, and the plan went on', () => {
    expect(of('TRANSFERRED_BACK').view.person.movements?.map(({ kind }) => kind)).toEqual(['TRANSFER', 'RETURN']);
    expect(of('TRANSFERRED_BACK').view.person.status).toBe('ACTIVE');
    expect(notices('TRANSFERRED_BACK')).toEqual(['RETURNED']);
  });

  it('waits for no service where none will come', () => {
    expect(notices('NO_PROBATION')).toContain('UNSUPERVISED');
    expect(missing('NO_PROBATION')).not.toContain('FIRST_APPOINTMENT');
  });

  it('invents no date for a life sentence', () => {
    expect(of('LIFE_SENTENCE').view.person).toMatchObject({ endless: true, releaseDates: [] });
    expect(of('LIFE_SENTENCE').view.nearest).toBeUndefined();
    expect(of('LIFE_SENTENCE').brief).toEqual({ notices: [], preparing: false, missing: [] });
  });
});

it('leaves nothing behind when it could not be made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const bad = (): number => {
    throw new Error('no clock');
  };
  await expect(ensureDemo(join(folder, 'demo'), '0.0.0', bad)).rejects.toThrow();
  expect(existsSync(join(folder, 'demo'))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});
