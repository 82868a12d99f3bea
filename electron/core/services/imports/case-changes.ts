import { choicesFromCase, isRoundOf, marksFromCase, marksJoined, CASE_FORM, roundFromCase } from '../../../../shared/domain/case-arrives.ts';
import type { CaseFile } from '../../../../shared/domain/casefile.ts';
import type { Consent } from '../../../../shared/domain/consents.ts';
import { planFromCase } from '../../../../shared/domain/import-rules.ts';
import { step } from '../../../../shared/domain/machine.ts';
import { planMachine, type PlanProgress } from '../../../../shared/domain/plan.ts';
import { coursesIn } from '../../../../shared/domain/received.ts';
import { appointmentFromCase, mayFollow, obligationFromCase } from '../../../../shared/domain/road-arrives.ts';
import { wordsOf } from '../../documents/words.ts';
import type { Change } from '../../vault/types.ts';
import { consentsOf } from '../consents/consents.ts';
import { echoOf } from '../needs/found.ts';
import { plansOf } from '../plans/plans.ts';
import { find } from '../query.ts';
import { obligationsOf, roadOf, roadWith } from '../release/road.ts';
import { changed, created, newId, type Work } from '../work.ts';

type Progress = Awaited<ReturnType<typeof plansOf>>[number]['progress'];

/**
 * The plan with the sender's ids, so that the same goals go on: an earlier version that came before is replaced, and what
 * was marked here since stands. A plan already here keeps its words; its marks follow.
 */
export const planChanges = async (work: Work, caseFile: CaseFile, personId: string): Promise<Change[]> => {
  const { plan } = caseFile;
  const content = planFromCase(caseFile);
  const known = await plansOf(work, personId);
  const same = known.find((one) => one.content.id === plan.contentId);
  const before = known.find(({ progress, content: { id } }) => progress.status === 'HANDED_OVER' && id !== plan.contentId);
  const marks = marksJoined(content, (same ?? before)?.progress, marksFromCase(caseFile));
  const put = (doc: PlanProgress | Progress): Change => ({ op: 'put', collection: 'plans', doc });
  // what goes on here with its own versions is not touched by what came
  if (same !== undefined) return same.progress.status === 'HANDED_OVER' ? [put(changed(work, { ...same.progress, ...marks }))] : [];
  const replaced = known.flatMap(({ progress }): Change[] => {
    const next = progress.status === 'HANDED_OVER' ? step('plan', planMachine, progress.status, 'supersede') : undefined;
    return next?.ok === true ? [put(changed(work, { ...progress, status: next.value }))] : [];
  });
  return [
    ...replaced,
    { op: 'put', collection: 'plans', doc: { ...content, ...created(work, plan.contentId), personId, contentHash: plan.contentHash } },
    put({ ...created(work), type: 'progress', personId, contentId: plan.contentId, versionNo: plan.versionNo, status: 'HANDED_OVER', author: work.vault.user.id, approvals: [], ...marks }),
  ];
};

/** The needs it tells, as a closed round of the sender; told again, the round and the needs it found follow. */
const needChanges = async (work: Work, caseFile: CaseFile, personId: string): Promise<Change[]> => {
  const rounds = await find(work.vault, 'assessments', 'round', { selector: { personId }, sort: [{ id: 'asc' }] });
  const before = rounds.find((round) => isRoundOf(round, caseFile));
  const round = roundFromCase(caseFile, personId, before ?? created(work));
  if (round === undefined) return [];
  // somebody asked here since: what they found stands
  const newest = rounds.filter(({ formVersion }) => formVersion !== CASE_FORM).map(({ conductedOn }) => conductedOn).toSorted().at(-1);
  const echo = newest !== undefined && newest >= round.conductedOn ? [] : await echoOf(work, round, rounds, round.conductedOn, undefined, 'PRISON');
  return [{ op: 'put', collection: 'assessments', doc: before === undefined ? round : changed(work, { ...round, _rev: before._rev }) }, ...echo];
};

/** The courses it tells: each stands here once, as it was told last. */
const courseChanges = async (work: Work, caseFile: CaseFile, personId: string, envelopeId: string): Promise<Change[]> =>
  Promise.all(
    coursesIn(caseFile, personId, envelopeId).map(async (course): Promise<Change> => {
      const before = await work.vault.get('release', course.id);
      return { op: 'put', collection: 'release', doc: before?.type === 'receivedCourse' ? { ...changed(work, before), ...course, _rev: before._rev } : { ...created(work), ...course } };
    }),
  );

/** The choices it tells, objections among them; a newer one that was made here stands. */
const choiceChanges = async (work: Work, caseFile: CaseFile, personId: string): Promise<Change[]> =>
  choicesFromCase(caseFile, await consentsOf(work, personId)).map(({ purpose, decision, on }): Change => {
    const doc: Consent = { ...created(work, newId()), type: 'consent', personId, purpose, decision, on, lang: caseFile.plan.lang, formVersion: CASE_FORM, explainedBy: work.vault.user.id };
    return { op: 'put', collection: 'consents', doc };
  });

/** Appointments and obligations it tells: with the sender's ids, so that what comes of them is entered here. */
const roadChanges = async (work: Work, caseFile: CaseFile, personId: string): Promise<Change[]> => {
  const { lang } = caseFile.plan;
  const arrival = { personId, lang, healthWords: wordsOf(lang).t('firstDays.appointment.health') };
  const changes: Change[] = [];
  for (const told of caseFile.appointments ?? []) {
    const before = await work.vault.get('release', told.id);
    if (before === undefined) changes.push({ op: 'put', collection: 'release', doc: appointmentFromCase(told, arrival, created(work, told.id)) });
    else if (before.type === 'appointment' && mayFollow(before)) changes.push({ op: 'put', collection: 'release', doc: changed(work, { ...appointmentFromCase(told, arrival, before), _rev: before._rev }) });
  }
  for (const told of caseFile.obligations?.lines ?? []) {
    const before = await work.vault.get('release', told.id);
    if (before === undefined) changes.push({ op: 'put', collection: 'release', doc: obligationFromCase(told, personId, created(work, told.id)) });
    else if (before.type === 'obligation') changes.push({ op: 'put', collection: 'release', doc: changed(work, { ...before, ...obligationFromCase(told, personId, before), _rev: before._rev }) });
  }
  return [...changes, ...(await noneChange(work, caseFile, personId))];
};

/** That there are no obligations was said by somebody who looked, and stands until the first one comes: here as there. */
const noneChange = async (work: Work, { obligations: told }: CaseFile, personId: string): Promise<Change[]> => {
  if (told === undefined) return [];
  const road = await roadOf(work, personId);
  const put = async (change: Parameters<typeof roadWith>[2]): Promise<Change[]> => [{ op: 'put', collection: 'release', doc: await roadWith(work, personId, change) }];
  if (told.lines.length > 0) return road?.noObligations === undefined ? [] : put(({ noObligations: _none, ...rest }) => rest);
  const { none } = told;
  if (none === undefined || road?.noObligations !== undefined || (await obligationsOf(work, personId)).length > 0) return [];
  return put((before) => ({ ...before, noObligations: { on: none.on, by: work.vault.user.id, source: none.source } }));
};

/** Everything a case brings besides the person: goals, needs, courses, choices, appointments and obligations. */
export const caseChanges = async (work: Work, caseFile: CaseFile, personId: string, envelopeId: string): Promise<Change[]> => [
  ...(await planChanges(work, caseFile, personId)),
  ...(await needChanges(work, caseFile, personId)),
  ...(await courseChanges(work, caseFile, personId, envelopeId)),
  ...(await choiceChanges(work, caseFile, personId)),
  ...(await roadChanges(work, caseFile, personId)),
];
