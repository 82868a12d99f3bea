import { describe, expect, it } from 'vitest';
import { AppointmentWhen } from '../../../shared/domain/appointment.ts';
import { ConsentPurpose } from '../../../shared/domain/consents.ts';
import { DepartureState, DepartureThing } from '../../../shared/domain/departure.ts';
import { ItineraryGap } from '../../../shared/domain/itinerary.ts';
import { MandateKind } from '../../../shared/domain/mandate.ts';
import { Certainty, ReleaseDateKind } from '../../../shared/domain/people.ts';
import { Answer, OwnerKind } from '../../../shared/domain/plan.ts';
import { countsToRelease } from '../../../shared/domain/release-dates.ts';
import { Language } from '../../../shared/domain/base.ts';
import { catalogues } from '../../../shared/i18n/index.ts';
import { wordsOf } from './words.ts';

/** The longest sentence of the person's copy, in words. */
const LONGEST = 15;

const texts = (value: unknown, path: string): readonly (readonly [string, string])[] =>
  typeof value === 'string' ? [[path, value]] : Object.entries(value as object).flatMap(([key, entry]) => texts(entry, `${path}.${key}`));

const sentences = (text: string): readonly string[] => text.split(/(?<=[.!?])\s+/);
const count = (sentence: string): number => sentence.replace(/\{\{[^}]+\}\}/g, 'x').split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Words of the office that a sheet in plain language does not use. */
const officeWords = /offence|crime|risk|reato|rischio|infracțiun|risc\b|prison|carcere|penitenciar|detenut|deținut|inmate/i;

describe.each(Language.options)('the sheets of the person in %s', (language) => {
  const { person, firstDays } = catalogues[language].documents;
  const all = [...texts(person, 'person'), ...texts(firstDays, 'firstDays')];

  it('keeps every sentence short', () => {
    expect(all.length).toBeGreaterThan(160);
    for (const [path, text] of all) for (const sentence of sentences(text)) expect([path, sentence, count(sentence) <= LONGEST]).toEqual([path, sentence, true]);
  });

  it('uses no word of offence, risk or prison', () => {
    for (const [path, text] of all) expect([path, text.match(officeWords)?.[0]]).toEqual([path, undefined]);
  });

  it('has words for every kind of date, certainty, answer, helper, ground and purpose', () => {
    const { t } = wordsOf(language);
    for (const kind of ReleaseDateKind.options) expect(t(`person.date.kind.${kind}`)).not.toBe('');
    for (const certainty of Certainty.options) expect(t(`person.date.certainty.${certainty}`)).not.toBe('');
    for (const answer of Answer.options) expect(t(`person.answer.${answer}`)).not.toBe('');
    for (const owner of OwnerKind.options.filter((code) => code !== 'PERSON')) expect(t(`person.helper.${owner}`)).not.toBe('');
    for (const mandate of MandateKind.options) expect(t(`person.info.why.${mandate}`)).not.toBe('');
    for (const gap of ItineraryGap.options) expect(t(`firstDays.gap.${gap}`)).not.toBe('');
    for (const thing of DepartureThing.options) for (const state of [...DepartureState.options, 'missing', 'title']) expect(t(`firstDays.thing.${thing}.${state}`)).not.toBe('');
    for (const when of AppointmentWhen.options) expect(t(`firstDays.when.${when}`)).not.toBe('');
    for (const purpose of ConsentPurpose.options) expect(t(`person.purpose.${purpose}`)).not.toBe('');
  });

  it('promises a day of leaving only for dates that are a day of release', () => {
    const leaves = { en: /I (can )?leave on this day/, it: /(quel|questo) giorno esco\./i, ro: /în această zi ies\./i }[language];
    const { t } = wordsOf(language);
    for (const kind of ReleaseDateKind.options) {
      const text = t(`person.date.kind.${kind}`);
      if (!countsToRelease(kind)) expect([kind, leaves.test(text)]).toEqual([kind, false]);
      else if (kind !== 'END_WITH_DEDUCTIONS') expect([kind, leaves.test(text)]).toEqual([kind, true]);
    }
  });

  it('refuses to print a text the catalogue does not have', () => {
    expect(() => wordsOf(language).t('person.nothing')).toThrow('person.nothing');
  });

});
