import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as application from '../domain/application.ts';
import * as appointment from '../domain/appointment.ts';
import * as appointmentRules from '../domain/appointment-rules.ts';
import * as audit from '../domain/audit.ts';
import * as calendar from '../domain/calendar.ts';
import * as base from '../domain/base.ts';
import * as breach from '../domain/breach.ts';
import * as checklist from '../domain/checklist.ts';
import * as clock from '../domain/clock.ts';
import * as consents from '../domain/consents.ts';
import * as custody from '../domain/custody.ts';
import * as dateConflicts from '../domain/date-conflicts.ts';
import * as decision from '../domain/decision.ts';
import * as departure from '../domain/departure.ts';
import * as directory from '../domain/directory.ts';
import * as disclosure from '../domain/disclosure.ts';
import * as due from '../domain/due.ts';
import * as firstDays from '../domain/first-days.ts';
import * as firstHour from '../domain/first-hour.ts';
import * as handover from '../domain/handover.ts';
import * as outcomeReturn from '../domain/outcome-return.ts';
import * as issued from '../domain/issued.ts';
import * as itinerary from '../domain/itinerary.ts';
import * as itineraryLines from '../domain/itinerary-lines.ts';
import * as learning from '../domain/learning.ts';
import * as medium from '../domain/medium.ts';
import * as missing from '../domain/missing-rules.ts';
import * as need from '../domain/need.ts';
import * as needs from '../domain/needs.ts';
import * as note from '../domain/note.ts';
import * as office from '../domain/office.ts';
import * as packRules from '../domain/pack-rules.ts';
import * as obligations from '../domain/obligations.ts';
import * as people from '../domain/people.ts';
import * as personTurns from '../domain/person-turns.ts';
import * as plan from '../domain/plan.ts';
import * as planLines from '../domain/plan-lines.ts';
import * as planMarks from '../domain/plan-marks.ts';
import * as request from '../domain/request.ts';
import * as sharedPack from '../domain/shared-pack.ts';
import * as sitting from '../domain/sitting.ts';
import * as sittingEffects from '../domain/sitting-effects.ts';
import * as sittingList from '../domain/sitting-list.ts';
import * as reviewMachine from '../domain/review-machine.ts';
import * as reviewSchedule from '../domain/review-schedule.ts';
import * as timeline from '../domain/timeline.ts';
import * as wingList from '../domain/wing-list.ts';
import * as thirdPerson from '../domain/third-person.ts';
import * as road from '../domain/road.ts';
import * as paperForm from '../domain/paper-form.ts';
import * as scan from '../domain/scan.ts';
import * as releaseRisk from '../domain/release-risk.ts';
import { UserRole } from '../domain/roles.ts';
import { catalogues } from './index.ts';

/** Every enum the domain exports, under the catalogue's name for it: `NeedDomain` → `needDomain`. */
const enums = Object.entries({ ...audit, ...base, ...breach, ...checklist, ...directory, ...sharedPack, ...disclosure, ...clock, ...consents, ...custody, ...dateConflicts, ...decision, ...application, ...appointment, ...appointmentRules, ...departure, ...firstDays, ...itinerary, ...itineraryLines, ...packRules, ...due, ...firstHour, ...handover, ...issued, ...outcomeReturn, ...learning, ...medium, ...missing, ...need, ...needs, ...note, ...obligations, ...office, ...people, ...personTurns, ...plan, ...planLines, ...planMarks, ...reviewMachine, ...request, ...sitting, ...sittingEffects, ...sittingList, ...releaseRisk, ...road, ...thirdPerson, ...paperForm, ...scan, ...calendar, ...timeline, ...wingList, ...reviewSchedule, UserRole }).flatMap(
  ([name, schema]) => (schema instanceof z.ZodEnum ? [[name.charAt(0).toLowerCase() + name.slice(1), schema.options.map(String)] as const] : []),
);

const texts: Record<string, Record<string, Record<string, string>>> = {
  en: catalogues.en.enums,
  it: catalogues.it.enums,
  ro: catalogues.ro.enums,
};

describe('labels of enums', () => {
  it('finds the enums of the domain', () => {
    expect(enums.length).toBeGreaterThan(25);
  });

  it.each(enums)('%s: every value has a label in every language', (name, options) => {
    for (const [language, catalogue] of Object.entries(texts)) {
      expect([language, Object.keys(catalogue[name] ?? {}).toSorted()]).toEqual([language, options.toSorted()]);
      for (const label of Object.values(catalogue[name] ?? {})) expect(label.trim()).not.toBe('');
    }
  });

  it('a day that is counted to has words for every kind: also one that is only hoped for, and so no release', () => {
    for (const { people: { days } } of Object.values(catalogues)) {
      for (const kind of people.ReleaseDateKind.options) {
        for (const words of [days.until, days.since, days.name]) expect(words).toHaveProperty(kind);
      }
    }
  });

  it('writes ș and ț with a comma below, never a cedilla', () => {
    expect(JSON.stringify(texts)).not.toMatch(/[şţŞŢ]/);
  });
});
