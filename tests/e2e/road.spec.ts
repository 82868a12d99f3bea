import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { addDays } from '../../shared/domain/dates.ts';
import { approvePlan, askNeeds, importRegister, lock, nameOf, openPerson, part, said } from './steps/casework.ts';
import { press, type Desk } from './steps/office.ts';
import { writeRegister, type Newcomer } from './steps/register.ts';
import { appoint, itineraryTo, leaveWith, oblige, papers, prohibit, settle, signList, ticked, tickQuickly } from './steps/release-list.ts';
import { becomeFinal, hear, proposeAndAnswer, wishes, writeLine } from './steps/road.ts';
import { demoOf, launchDemo, unlockAs } from './support/demo.ts';
import { todayAt } from './screens.ts';
import { wordsIn } from './words.ts';

const people = { ro: { code: 'TM-2026-9101', family: 'Drum', given: 'Ștefan' }, it: { code: '29101', family: 'Strada', given: 'Luca' } } as const satisfies Record<string, Newcomer>;

for (const country of ['ro', 'it'] as const) {
  test(`from reception to the itinerary: a plan of three professions, refused and revised, a decision postponed and granted, the list and the first days: ${country}`, async () => {
    test.setTimeout(480_000);
    const folder = mkdtempSync(join(tmpdir(), 'varco-'));
    const prison = await launchDemo('prison', { language: country, theme: 'light' }, { country });
    const t = wordsIn(country);
    const desk: Desk = { ...prison, t };
    const { page } = prison;
    const team = demoOf[country];
    const words = said[country];
    const [person, wish] = [people[country], wishes[country]];
    const paper = papers[country];
    const register = join(folder, 'register.csv');
    const become = async (user: string, tab?: string): Promise<void> => {
      await lock(page);
      await unlockAs(page, user, country);
      await openPerson(desk, person.code);
      if (tab !== undefined) await part(desk, tab);
    };
    try {
      const today = await todayAt(page);
      writeRegister(register, country, [person], today);

      // reception and needs
      await unlockAs(page, team.educator, country);
      await importRegister(desk, register, 1);
      await openPerson(desk, person.code);
      await askNeeds(desk, words);

      // the plan: each profession writes and signs its line
      await part(desk, 'people:plan.title');
      await press(desk, 'plan:new.first');
      await press(desk, 'plan:new.go');
      await page.getByRole('textbox', { name: t('plan:draft.statement'), exact: true }).fill(words.words);
      await writeLine(desk, { goal: words.goal, step: words.step, domain: 'EMPLOYMENT' });
      await become(team.psychologist, 'people:plan.title');
      await writeLine(desk, wish.psychological, 'PSYCHOLOGICAL');
      await become(team.socialWorker, 'people:plan.title');
      await writeLine(desk, wish.social, 'SOCIAL');

      // refused, revised, agreed, approved
      await become(team.educator, 'people:plan.title');
      await proposeAndAnswer(desk, 'DISAGREES');
      await press(desk, 'plan:revise');
      await page.getByRole('textbox', { name: t('plan:goal.newStep', { number: 1 }) }).fill(wish.second);
      await page.getByRole('button', { name: t('plan:goal.addStep'), exact: true }).first().click();
      await proposeAndAnswer(desk, 'AGREES');
      await become(team.head);
      await approvePlan(desk);

      // the commission or the court postpones, and grants at the new term
      await lock(page);
      await unlockAs(page, team.educator, country);
      const [first, term, court] = [addDays(today, -40), addDays(today, -12), addDays(today, -6)];
      if (country === 'ro') {
        await hear(desk, person, { kind: 'COMMISSION', on: first, outcome: 'postpone', term, source: 'PV 3/2026' });
        await hear(desk, person, { kind: 'COMMISSION', on: term, outcome: 'propose', source: 'PV 9/2026' });
        await hear(desk, person, { kind: 'HEARING', on: court, outcome: 'grant', source: 'sentința 114/2026' });
      } else {
        await hear(desk, person, { kind: 'HEARING', on: first, outcome: 'postpone', term, source: 'ordinanza 3/2026' });
        await hear(desk, person, { kind: 'HEARING', on: term, outcome: 'grant', source: 'ordinanza 9/2026' });
      }
      await openPerson(desk, person.code);
      await becomeFinal(desk, country === 'ro' ? 'sentința 114/2026, definitivă' : 'ordinanza 9/2026, definitiva');

      // the window is open: the list is begun
      await part(desk, 'release:tab');
      await press(desk, 'release:start.open');
      await expect(page.getByRole('heading', { name: new RegExp(t('release:list.title')) })).toBeVisible();
      await tickQuickly(desk, 5);

      // what the act asks, where the person goes, and both compared with what it prohibits
      await part(desk, 'people:details.title');
      await prohibit(desk, paper);
      await part(desk, 'release:tab');
      await oblige(desk, paper, today);
      await settle(desk, paper);
      await appoint(desk, paper, today);
      await leaveWith(desk, paper);

      // a second person signs, and the first days are on paper
      await lock(page);
      await unlockAs(page, team.head, country);
      await openPerson(desk, person.code);
      await signList(desk, paper, team.head);
      await expect(ticked(desk)).toHaveCount(5);
      const said90 = await itineraryTo(desk, join(folder, 'itinerary.pdf'));
      for (const told of [paper.purpose, paper.service, paper.street, '09:30', paper.host, t('release:sentence.NO_CONTACT')]) expect(said90).toContain(told);
      // the person's own sheet names nobody of the staff
      for (const name of [team.educator, team.head, team.psychologist]) expect(said90).not.toContain(name);
    } finally {
      await prison.close();
      rmSync(folder, { recursive: true, force: true });
    }
    expect(nameOf(person)).not.toBe('');
  });
}
