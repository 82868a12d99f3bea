import { describe, expect, it } from 'vitest';
import { buildCaseFile, outsideProfile } from '../domain/build-casefile.ts';
import { buildTransfer, type TransferSources } from '../domain/build-transfer.ts';
import { onlyPlaces } from '../domain/case-paths.ts';
import { CaseFile } from '../domain/casefile.ts';
import { NeedDomain } from '../domain/needs.ts';
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

/** What no other prison sees either, by the reason given where the word was made; everything else of a case may go with it. */
const staysInATransfer: ReadonlySet<string> = new Set([
  'words about health', 'own words about health', 'restricted', 'why it is restricted', 'why it was lifted', 'SPIRITUAL', 'RESTORATIVE', 'note on a course', 'label of a run', 'appointment about health', 'somebody else without their own yes',
  'host without their own yes', 'bed of somebody not named', 'phone of somebody not named', 'unit', 'who has the case', 'movement', 'somebody who looks alike', 'who asked',
]);

describe('a transfer to another prison, of people made up at random', () => {
  const prison = profiles.of('prison')!;
  const transferOf = ({ from }: ReturnType<typeof secretCase>) => {
    const { road: parts } = from;
    const departure = parts?.firstDays.departure;
    const sources = {
      ...from,
      person: { ...from.person, stays: (from.person.stays ?? []).map((stay) => ({ ...stay, releaseDates: [], decisions: [], movements: [] })) },
      order: { act: 'dispoziția 1', date: from.today },
      rounds: from.round === undefined ? [] : [from.round],
      needs: NeedDomain.options.map((domain) => ({ id: domain, domain, detail: `detail-${domain}`, updates: [] })),
      plans: [{ content: from.content, progress: from.progress }],
      received: [{ id: 'r', area: 'SPIRITUAL', title: { en: 'choir-told', it: 'choir-told', ro: 'choir-told' } }],
      road: parts?.road, obligations: parts?.obligations ?? [], appointments: parts?.appointments ?? [], applications: parts?.applications ?? [], lists: parts?.lists ?? [], departure, others: parts?.others ?? [],
    } as unknown as TransferSources;
    return buildTransfer(sources, prison);
  };

  it('no word leaves that stays in every prison, nothing from a place that is not named, and no statement without its dispute', () => {
    const named = new Set(prison.fields);
    // a whole case has some hundred places more than a case file: fewer people prove as much
    for (let run = 1; run <= 25; run += 1) {
      const made = secretCase(numbersFrom(run * 7919));
      const transfer = transferOf(made);
      const text = JSON.stringify(transfer);
      expect([...made.never].filter(([word, why]) => staysInATransfer.has(why) && text.includes(word))).toEqual([]);
      for (const word of ['detail-HEALTH', 'detail-SUBSTANCE_USE', 'choir-told']) expect(text).not.toContain(word);
      expect(text).toContain('detail-FAMILY');
      expect(onlyPlaces(transfer, named)).toEqual(JSON.parse(text));
      const statements = transfer.rounds.flatMap(({ domains }) => domains.flatMap((domain) => domain.statements));
      for (const [words, dispute] of made.disputed) {
        const found = statements.find(({ text: said }) => said === words);
        if (found !== undefined) expect(found.disputed?.text).toBe(dispute);
      }
    }
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
