import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { approvePlan, askNeeds, importRegister, lock, makePlan, openPerson, said } from './steps/casework.ts';
import { authorise, prepare, receive, takeReceipt, write } from './steps/handover.ts';
import { firstHalf } from './steps/by-keyboard.ts';
import { giveCard, takeCard, type Desk } from './steps/office.ts';
import { writeRegister, type Newcomer } from './steps/register.ts';
import { wishes } from './steps/road.ts';
import { demoOf, launchDemo, unlockAs } from './support/demo.ts';
import { todayAt } from './screens.ts';
import { wordsIn } from './words.ts';

const newcomers = {
  ro: [
    { code: 'TM-2026-9001', family: 'Poveste', given: 'Ștefan' },
    { code: 'TM-2026-9002', family: 'Tastatură', given: 'Ioana' },
  ],
  it: [
    { code: '29001', family: 'Racconto', given: 'Luca' },
    { code: '29002', family: 'Tastiera', given: 'Giulia' },
  ],
} as const satisfies Record<string, readonly [Newcomer, Newcomer]>;

type Country = keyof typeof newcomers;
/**
 * Each way once, in two countries; `npm run test:full` goes each way in both. What a Romanian prison and office do by clicks,
 * `people`, `needs-plan` and `exchange` go through step by step.
 */
const countries: { readonly clicks: readonly Country[]; readonly keys: readonly Country[] } =
  process.env['VARCO_EVERY_THEME'] === '1' ? { clicks: ['ro', 'it'], keys: ['ro', 'it'] } : { clicks: ['it'], keys: ['ro'] };

for (const country of countries.clicks) {
  test(`the whole story in two programs, from the register to the receipt, by clicks: ${country}`, async () => {
    test.setTimeout(300_000);
    const folder = mkdtempSync(join(tmpdir(), 'varco-'));
    const [stick, cards] = ['stick', 'cards'].map((name) => {
      mkdirSync(join(folder, name));
      return join(folder, name);
    }) as [string, string];
    const look = { language: country, theme: 'light' } as const;
    const [prison, office] = await Promise.all([launchDemo('prison', look, { country }), launchDemo('probation', look, { country })]);
    const t = wordsIn(country);
    const inside: Desk = { ...prison, t };
    const outside: Desk = { ...office, t };
    const people = demoOf[country];
    const words = said[country];
    const [first] = newcomers[country];
    const register = join(folder, 'register.csv');
    try {
      await Promise.all([unlockAs(inside.page, people.educator, country), unlockAs(outside.page, people.officer, country)]);
      const today = await todayAt(inside.page);
      const [ourCard, theirCard] = [join(cards, 'a.varco-card.json'), join(cards, 'b.varco-card.json')];
      const ours = await giveCard(inside, ourCard);
      const theirs = await giveCard(outside, theirCard);
      await takeCard(inside, theirCard, theirs);
      await takeCard(outside, ourCard, ours);

      writeRegister(register, country, [first], today);
      await importRegister(inside, register, 1);
      await openPerson(inside, first.code);
      await expect(inside.page.getByRole('heading', { level: 1 })).toContainText(first.family);
      await askNeeds(inside, words);
      await makePlan(inside, words);
      await lock(inside.page);
      await unlockAs(inside.page, people.head, country);
      await openPerson(inside, first.code);
      await approvePlan(inside);
      await lock(inside.page);
      await unlockAs(inside.page, people.educator, country);
      await openPerson(inside, first.code);
      await prepare(inside, words, people.office, country, today);
      await lock(inside.page);
      await unlockAs(inside.page, people.head, country);
      await openPerson(inside, first.code);
      await authorise(inside, people.office);
      const envelope = await write(inside, stick);
      const receipt = await receive(outside, envelope, words);
      await takeReceipt(inside, receipt);
    } finally {
      await Promise.all([prison.close(), office.close()]);
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

for (const country of countries.keys) {
  test(`the first half of the story by keyboard alone, from the locked screen through three professions, a refusal and a revision to the approval: ${country}`, async () => {
    test.setTimeout(300_000);
    const folder = mkdtempSync(join(tmpdir(), 'varco-'));
    const prison = await launchDemo('prison', { language: country, theme: 'light' }, { country });
    const [, second] = newcomers[country];
    const register = join(folder, 'register.csv');
    try {
      writeRegister(register, country, [second], await todayAt(prison.page));
      await firstHalf({ ...prison, t: wordsIn(country) }, { ...demoOf[country], wishes: wishes[country] }, register, second, said[country]);
    } finally {
      await prison.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
