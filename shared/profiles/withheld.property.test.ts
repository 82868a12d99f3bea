import { describe, expect, it } from 'vitest';
import { buildCaseFile, outsideProfile } from '../domain/build-casefile.ts';
import { CaseFile } from '../domain/casefile.ts';
import { profileId } from '../domain/profile.ts';
import { secretCase } from '../domain/walks/secret-case.ts';
import { numbersFrom, RUNS, tried } from '../domain/walks/random.ts';
import { profiles } from './index.ts';

const ofCases = profiles.newest.filter(({ payload }) => payload === 'case');

describe.each(ofCases.map((profile) => [profileId(profile), profile] as const))('by the profile %s, of people made up at random', (_id, profile) => {
  const named = new Set(profile.fields);

  it('no word leaves that is kept, and none whose place the profile does not name', () => {
    tried(secretCase, ({ from, never, told }) => {
      const caseFile = buildCaseFile(from, profile);
      const text = JSON.stringify(caseFile);
      expect([...never].filter(([word]) => text.includes(word))).toEqual([]);
      // a word of the road stands also among the first days, of which the profile decides on its own
      const firstDays = JSON.stringify(caseFile.firstDays ?? []);
      expect([...told].filter(([word, place]) => !named.has(place) && text.replace(firstDays, '').includes(word))).toEqual([]);
      expect(outsideProfile(caseFile, profile)).toEqual([]);
    });
  });

  it('a disputed statement leaves with its dispute or not at all', () => {
    tried(secretCase, ({ from, disputed }) => {
      const statements = (buildCaseFile(from, profile).needs?.domains ?? []).flatMap((domain) => domain.statements);
      for (const [words, dispute] of disputed) {
        const found = statements.find(({ text }) => text === words);
        if (found !== undefined) expect(found.disputed?.text).toBe(dispute);
      }
    });
  });

  it('why somebody else is not named is told by nothing: not asked reads like no', () => {
    tried(secretCase, ({ from }) => {
      const others = from.road?.others ?? [];
      const withheld = { ...from, road: { ...from.road!, others: others.map((third) => ({ ...third, answers: [] })) } };
      const refused = { ...from, road: { ...from.road!, others: others.map((third) => ({ ...third, answers: [{ answer: 'REFUSED' as const, on: '2026-10-01', how: 'IN_PERSON' as const, by: third.id }] })) } };
      expect(buildCaseFile(refused, profile)).toEqual(buildCaseFile(withheld, profile));
    });
  });
});

it('the whole case really tells what it may: nothing is kept back by being forgotten', () => {
  const whole = profiles.of('probation')!;
  const missed = new Map<string, number>();
  for (let run = 1; run <= RUNS; run += 1) {
    const { from, told } = secretCase(numbersFrom(run * 7919));
    const text = JSON.stringify(buildCaseFile(from, whole));
    for (const [word, place] of told) if (!text.includes(word)) missed.set(place, (missed.get(place) ?? 0) + 1);
  }
  // words of a round are made up also where there is no round
  expect([...missed.keys()].filter((place) => !place.startsWith('needs.')).toSorted()).toEqual([]);
});

it('what is made up reads as a case where a case is complete', () => {
  const { from } = secretCase(numbersFrom(7919));
  const caseFile = buildCaseFile(from, profiles.of('probation')!);
  expect(Object.keys(CaseFile.shape).filter((field) => field in caseFile).length).toBeGreaterThan(10);
});
