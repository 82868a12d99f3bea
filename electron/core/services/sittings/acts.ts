import type { ListProposal, Sitting, SittingCase, SittingKind, SittingReportCommand } from '../../../../shared/domain/sitting.ts';
import { mayBeHeldOn, putBack, takenOff, termProblem, withReport } from '../../../../shared/domain/sitting-rules.ts';
import type { Language } from '../../../../shared/domain/base.ts';
import type { AuditEvent, Change, Stored } from '../../vault/types.ts';
import { changed, created, existing, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { casesOf, casesOfPerson, enlisted, sittingOn } from './cases.ts';
import { standing } from './list-file.ts';

interface NewSitting {
  readonly kind: SittingKind;
  readonly on: string;
  readonly body?: string | undefined;
  readonly place?: string | undefined;
}

const sittingFor = async (work: Work, { kind, on, body, place }: NewSitting): Promise<{ readonly sitting: Sitting; readonly changes: Change[] }> => {
  const there = await sittingOn(work, kind, on);
  if (there !== undefined) return { sitting: there, changes: [] };
  orRefuse(mayBeHeldOn(on, work.today));
  const sitting: Sitting = { ...created(work), type: 'sitting', kind, on, ...(body === undefined ? {} : { body }), ...(place === undefined ? {} : { place }) };
  return { sitting, changes: [{ op: 'put', collection: 'release', doc: sitting }] };
};

/** One entry for the sitting and one for each person: everybody's own trail tells of it. */
const told = (action: 'sittings.add' | 'sittings.takeList', details: NonNullable<AuditEvent['details']>, people: readonly string[], sittingOf: (personId: string) => string): [AuditEvent, ...AuditEvent[]] => [
  { action, details },
  ...people.map((personId): AuditEvent => ({ action: 'sittings.enlist', personId, details: { sitting: sittingOf(personId) } })),
];

/** Who is put on a list: whoever stands there already, or has been heard, stays as they are. */
const enlist = async (work: Work, sitting: Sitting, source: string, personIds: readonly string[]): Promise<{ readonly changes: Change[]; readonly people: readonly string[] }> => {
  const known = new Map((await casesOf(work, sitting.id)).map((entry) => [entry.personId, entry]));
  const people = [...new Set(personIds)].filter((id) => ['TAKEN_OFF', undefined].includes(known.get(id)?.state));
  const changes = await Promise.all(
    people.map(async (id) => {
      await mayMoveHere(work, id, sitting);
      return enlisted(work, await existing(work, 'people', id, 'person'), { sitting, source }, {}, known.get(id));
    }),
  );
  return { changes: changes.flat(), people };
};

/** Nobody is expected on two days by one body. @throws RefusedError sitting.elsewhere */
const mayMoveHere = async (work: Work, personId: string, { kind, on }: Pick<Sitting, 'kind' | 'on'>): Promise<void> => {
  const { other } = standing(await casesOfPerson(work, personId), kind, { on });
  if (other !== undefined) throw new RefusedError({ code: 'sitting.elsewhere', params: { on: other.on } });
};

/** Makes a sitting by hand, or adds people to the one there is. @throws RefusedError sitting.tooFarAhead, sitting.tooLongAgo, sitting.notHere, sitting.settled, sitting.elsewhere, notFound */
export const addSitting = async (work: Work, input: NewSitting & { readonly source: string; readonly personIds: readonly string[] }): Promise<{ sittingId: string }> => {
  const { sitting, changes } = await sittingFor(work, input);
  const listed = await enlist(work, sitting, input.source, input.personIds);
  const all = [...changes, ...listed.changes];
  if (all.length > 0) await save(work, all, told('sittings.add', { sitting: sitting.id, kind: sitting.kind, people: listed.people.length }, listed.people, () => sitting.id));
  return { sittingId: sitting.id };
};

/** @throws RefusedError as `addSitting` */
export const addPeople = async (work: Work, { sittingId, source, personIds }: { readonly sittingId: string; readonly source: string; readonly personIds: readonly string[] }): Promise<void> => {
  const { kind, on } = await existing(work, 'release', sittingId, 'sitting');
  await addSitting(work, { kind, on, source, personIds });
};

/** Another body or place. @throws RefusedError notFound */
export const changeSitting = async (work: Work, { sittingId, body, place }: { readonly sittingId: string; readonly body?: string | undefined; readonly place?: string | undefined }): Promise<void> => {
  const { body: _body, place: _place, ...sitting } = await existing(work, 'release', sittingId, 'sitting');
  const doc: Stored<Sitting> = { ...sitting, ...(body === undefined ? {} : { body }), ...(place === undefined ? {} : { place }) };
  await save(work, [{ op: 'put', collection: 'release', doc: changed(work, doc) }], { action: 'sittings.change', details: { sitting: sittingId } });
};

interface Row {
  readonly personId: string;
  readonly on: string;
  readonly proposal?: ListProposal | undefined;
  readonly term?: string | undefined;
}

/**
 * Takes rows of a list over in one commit, also those of several days. What stands there already with the same words stays,
 * and so does whoever was heard: the same list twice changes nothing.
 * @throws RefusedError as `addSitting`; then nothing is saved
 */
export const takeList = async (work: Work, { kind, source, rows }: { readonly kind: SittingKind; readonly source: string; readonly rows: readonly Row[] }): Promise<{ added: number; changed: number; same: number; sittingIds: string[] }> => {
  const sittings = new Map<string, Sitting>();
  const changes: Change[] = [];
  const people = new Map<string, string>();
  const counts = { added: 0, changed: 0, same: 0 };
  for (const { personId, on, ...row } of rows) {
    if (people.has(personId)) throw new RefusedError({ code: 'sitting.twice' });
    if (row.term !== undefined && termProblem(on, row.term) !== undefined) throw new RefusedError({ code: 'decision.newTermTooFar' });
    const made = sittings.get(on) === undefined ? await sittingFor(work, { kind, on }) : undefined;
    const sitting = made?.sitting ?? sittings.get(on);
    if (sitting === undefined) continue;
    if (made !== undefined) changes.push(...made.changes);
    sittings.set(on, sitting);
    const cases = await casesOfPerson(work, personId);
    const { state } = standing(cases, kind, { on, ...row });
    if (state === 'SAME' || state === 'HEARD') {
      counts.same += 1;
      continue;
    }
    await mayMoveHere(work, personId, sitting);
    const known = cases.find((entry) => entry.sittingId === sitting.id);
    const listed = { ...(row.proposal === undefined ? {} : { proposal: row.proposal }), ...(row.term === undefined ? {} : { term: row.term }) };
    changes.push(...enlisted(work, await existing(work, 'people', personId, 'person'), { sitting, source }, listed, known));
    people.set(personId, sitting.id);
    counts[state === 'NEW' ? 'added' : 'changed'] += 1;
  }
  const sittingIds = [...sittings.values()].map(({ id }) => id);
  if (changes.length > 0) await save(work, changes, told('sittings.takeList', { kind, ...counts }, [...people.keys()], (id) => people.get(id) ?? ''));
  return { ...counts, sittingIds };
};

const caseTo = async (work: Work, caseId: string, action: string, next: (row: Stored<SittingCase>) => SittingCase | Stored<SittingCase>): Promise<void> => {
  const row = await existing(work, 'release', caseId, 'sittingCase');
  await save(work, [{ op: 'put', collection: 'release', doc: changed(work, next(row)) }], { action, personId: row.personId, details: { sitting: row.sittingId } });
};

/** Takes somebody off the list. The day stays among their dates. @throws RefusedError machine.sitting, notFound */
export const takeOff = (work: Work, { caseId, reason }: { readonly caseId: string; readonly reason: string }): Promise<void> =>
  caseTo(work, caseId, 'sittings.takeOff', (row) => orRefuse(takenOff(row, { reason, by: work.vault.user.id, on: work.today })));

/** @throws RefusedError machine.sitting, sitting.elsewhere, notFound */
export const putOnAgain = async (work: Work, { caseId }: { readonly caseId: string }): Promise<void> => {
  const row = await existing(work, 'release', caseId, 'sittingCase');
  await mayMoveHere(work, row.personId, row);
  await caseTo(work, caseId, 'sittings.putBack', (found) => orRefuse(putBack(found)));
};

interface ReportStep {
  readonly caseId: string;
  readonly text?: string | undefined;
  readonly lang?: Language | undefined;
}

/** One step of the report. @throws RefusedError machine.sittingReport, sitting.reportEmpty, notFound */
export const stepReport = (work: Work, command: SittingReportCommand, { caseId, text, lang }: ReportStep): Promise<void> =>
  caseTo(work, caseId, 'sittings.report', (row) => ({ ...row, report: orRefuse(withReport(row.report, command, { text, lang, by: work.vault.user.id, today: work.today })) }));
