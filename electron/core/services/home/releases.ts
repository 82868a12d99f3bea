import type { ReleaseRow, ReleasesView } from '../../../../shared/contract/home.ts';
import { addDays, type CivilDate } from '../../../../shared/domain/dates.ts';
import type { Jurisdiction } from '../../../../shared/domain/jurisdiction.ts';
import { criticalMissing } from '../../../../shared/domain/missing-rules.ts';
import { displayName, type Person } from '../../../../shared/domain/people.ts';
import { isInCustody } from '../../../../shared/domain/person-machine.ts';
import { isInTheMaking } from '../../../../shared/domain/plan-rules.ts';
import { riskOf } from '../../../../shared/domain/release-risk.ts';
import type { RoadDate } from '../../../../shared/domain/road-dates.ts';
import { standing } from '../../../../shared/domain/round-rules.ts';
import { daysOfWeek, mondayOf } from '../../../../shared/domain/week.ts';
import { handoversOf } from '../handover/handover.ts';
import { roundsOf } from '../needs/needs.ts';
import { planInForce, plansOf } from '../plans/plans.ts';
import { find } from '../query.ts';
import { releaseKnown } from '../release/known.ts';
import { civilDateAt, type Work } from '../work.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { readFacts } from './kept-facts.ts';

const within = (date: RoadDate | undefined, monday: CivilDate): date is RoadDate => date !== undefined && date.date >= monday && date.date <= addDays(monday, 6);

/** Who is meant, as every list writes it. */
const whoIs = (person: Person) => ({ personId: person.id, name: displayName(person), code: person.code, ...(person.unit === undefined ? {} : { unit: person.unit }) });

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => a.name.localeCompare(b.name);
const byDate = (a: { readonly on: CivilDate; readonly name: string }, b: { readonly on: CivilDate; readonly name: string }): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : byName(a, b));

/** The week a day lies in: who is released on which of its days, and which decisions are expected. */
export const releasesView = async (work: Work, day: CivilDate = work.today): Promise<ReleasesView> => {
  const monday = mondayOf(day);
  const here = readFacts(work).people.filter(({ status }) => isInCustody(status));
  const wanted = here.filter(({ release, decision }) => within(release, monday) || within(decision, monday));
  const people = (await Promise.all(wanted.map(({ id }) => work.vault.get('people', id)))).filter((person) => person !== undefined);
  const listed = new Map(
    work.vault
      .rows('release', 'sittingCase', ['personId', 'on', 'status', 'sitting'])
      .filter(({ on, status }) => status !== 'TAKEN_OFF' && String(on) >= monday && String(on) <= addDays(monday, 6))
      .map((row) => [`${String(row.personId)} ${String(row.on)}`, String(row.sitting)] as const),
  );
  const jurisdiction = await jurisdictionOf(work);
  const facts = new Map(wanted.map((entry) => [entry.id, entry]));
  const leaving = people.flatMap((person) => {
    const release = facts.get(person.id)?.release;
    return within(release, monday) ? [rowOf(work, person, release, jurisdiction)] : [];
  });
  const rows = await Promise.all(leaving);
  const nextWith = here
    .flatMap(({ release }) => (release !== undefined && release.date > addDays(monday, 6) ? release.date : []))
    .toSorted()[0];
  return {
    today: work.today,
    monday,
    days: daysOfWeek(monday).flatMap((on) => {
      const leave = rows.filter((row) => row.on === on).toSorted(byName);
      const risk = riskOf(on, jurisdiction.holidays);
      return leave.length === 0 ? [] : [{ on, people: leave, ...(risk === undefined ? {} : { risk }) }];
    }),
    decisions: people
      .flatMap((person) => {
        const decision = facts.get(person.id)?.decision;
        if (!within(decision, monday)) return [];
        const sittingId = listed.get(`${person.id} ${decision.date}`);
        return [{ ...whoIs(person), on: decision.date, kind: decision.kind, ...(sittingId === undefined ? {} : { sittingId }) }];
      })
      .toSorted(byDate),
    ...(nextWith === undefined ? {} : { nextWith: mondayOf(nextWith) }),
  };
};

/** How far the preparation of one release is. */
const rowOf = async (work: Work, person: Person, release: RoadDate, jurisdiction: Jurisdiction): Promise<ReleaseRow> => {
  const { id } = person;
  const [versions, rounds, handovers, copies, known] = await Promise.all([
    plansOf(work, id),
    roundsOf(work, id),
    handoversOf(work, id),
    find(work.vault, 'handovers', 'issued', { selector: { personId: id, 'ix.document': 'person-copy', 'ix.status': 'DONE' }, sort: [{ id: 'desc' }], limit: 1 }),
    releaseKnown(work, id),
  ]);
  const plan = planInForce(versions);
  const shown = plan ?? versions.find(({ progress }) => progress.status !== 'SUPERSEDED' && progress.status !== 'CLOSED');
  const handover = handovers.find(({ practice, status }) => practice !== true && status !== 'CLOSED' && status !== 'SUPERSEDED');
  const [copy] = copies;
  return {
    ...whoIs(person),
    on: release.date,
    kind: release.kind,
    ...(shown === undefined ? {} : { plan: shown.progress.status }),
    ...(handover === undefined ? {} : { handover: handover.status }),
    missing: criticalMissing({ person, round: standing(rounds), plan, planBegun: versions.some(({ progress }) => isInTheMaking(progress)), ...known, today: work.today, jurisdiction }).map(({ what, state }) => ({ what, state })),
    ...(copy === undefined ? {} : { copyOn: civilDateAt(new Date(copy.createdAt), work.vault.info.timeZone) }),
  };
};
