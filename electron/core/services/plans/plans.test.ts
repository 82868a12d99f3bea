import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { names, objectives } from '../../demo/story-texts.ts';
import { isSignedBy } from '../work.ts';
import { approvalStatement, plansOf } from './plans.ts';

let folder: string;
let prison: DemoWorkplace;
const today = '2026-11-22';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createPrison(prison);
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

let people = 0;
const somebody = async (): Promise<string> => {
  people += 1;
  const { id } = await prison.calls.people.add({ code: `TM-${people}`, familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' });
  return id;
};
const versions = (personId: string) => plansOf(prison.core.session.work(), personId);
const agreedAndApproved = async (contentId: string): Promise<void> => {
  await prison.calls.plans.propose({ contentId });
  await prison.calls.plans.answer({ contentId, answer: 'AGREES', on: today, signature: 'PAPER' });
  await prison.changeUser(names.coordinator);
  await prison.calls.plans.approve({ contentId });
  await prison.changeUser(names.educator);
};
/** A person with a plan in force; its first step. */
const inForce = async () => {
  const personId = await somebody();
  const { contentId } = await prison.calls.plans.draft({ personId, kind: 'INITIAL', lang: 'ro' });
  await prison.calls.plans.write({ contentId, objectives: objectives(today) });
  await agreedAndApproved(contentId);
  const stepId = (await versions(personId))[0]?.content.objectives[0]?.steps[0]?.id ?? '';
  return { personId, contentId, stepId };
};

it('a tick on a step is taken back to what stood before', async () => {
  const { personId, contentId, stepId } = await inForce();
  await prison.calls.plans.markStep({ contentId, stepId, status: 'IN_PROGRESS' });
  await prison.calls.plans.markStep({ contentId, stepId, status: 'DONE' });
  await prison.calls.plans.unmarkStep({ contentId, stepId });
  expect((await versions(personId))[0]?.progress.steps[stepId]).toMatchObject({ status: 'IN_PROGRESS' });
  await expect(prison.calls.plans.unmarkStep({ contentId, stepId })).rejects.toMatchObject({ data: { code: 'plan.nothingToUndo' } });
  await expect(prison.calls.plans.markStep({ contentId, stepId, status: 'BLOCKED' })).rejects.toMatchObject({ data: { code: 'plan.noteNeeded' } });
});

it('a review goes on with the same version, or opens the next one, which takes the marks made meanwhile', async () => {
  const { personId, contentId, stepId } = await inForce();
  await prison.calls.plans.startReview({ contentId });
  expect(await prison.calls.plans.endReview({ contentId, outcome: 'CONTINUE', on: today })).toEqual({});
  await prison.calls.plans.startReview({ contentId });
  const { draftId = '' } = await prison.calls.plans.endReview({ contentId, outcome: 'AMEND', on: today, note: 'scop nou' });
  const [next, old] = await versions(personId);
  expect([next?.content.id, next?.progress.status, old?.progress.status]).toEqual([draftId, 'DRAFT', 'ACTIVE']);
  expect(old?.progress.reviews).toMatchObject([{ outcome: 'CONTINUE' }, { outcome: 'AMEND', note: 'scop nou' }]);

  await prison.calls.plans.markStep({ contentId, stepId, status: 'DONE' });
  await agreedAndApproved(draftId);
  const [now, before] = await versions(personId);
  expect([now?.progress.status, before?.progress.status]).toEqual(['ACTIVE', 'SUPERSEDED']);
  expect(now?.progress.steps[stepId]).toMatchObject({ status: 'DONE' });
  await expect(prison.calls.plans.markStep({ contentId, stepId, status: 'IN_PROGRESS', note: 'x' })).rejects.toMatchObject({ data: { code: 'plan.notInForce' } });
});

it('a tick taken back while the next version is written stays taken back', async () => {
  const { personId, contentId, stepId } = await inForce();
  await prison.calls.plans.markStep({ contentId, stepId, status: 'DONE' });
  const { contentId: draftId } = await prison.calls.plans.draft({ personId, kind: 'REVIEW', lang: 'ro' });
  await prison.calls.plans.unmarkStep({ contentId, stepId });
  await agreedAndApproved(draftId);
  const [now] = await versions(personId);
  expect([now?.content.id, now?.progress.status, now?.progress.steps]).toEqual([draftId, 'ACTIVE', {}]);
});

it('a second review that asks for a new version while one is being written is refused, and nothing is half done', async () => {
  const { personId, contentId } = await inForce();
  await prison.calls.plans.draft({ personId, kind: 'REVIEW', lang: 'ro' });
  await prison.calls.plans.startReview({ contentId });
  await expect(prison.calls.plans.endReview({ contentId, outcome: 'AMEND', on: today })).rejects.toMatchObject({ data: { code: 'plan.draftOpen' } });
  expect((await versions(personId)).map(({ progress }) => progress.status)).toEqual(['DRAFT', 'UNDER_REVIEW']);
});

it('a plan agreed in the team meeting: its minutes are signed by the chair, who is never the author', async () => {
  const personId = await somebody();
  const { contentId } = await prison.calls.plans.draft({ personId, kind: 'INITIAL', lang: 'ro' });
  await prison.calls.plans.write({ contentId, objectives: objectives(today) });
  await prison.calls.plans.propose({ contentId });
  await prison.calls.plans.answer({ contentId, answer: 'AGREES', on: today, signature: 'PAPER' });
  const meeting = { on: today, reference: '14/2026', present: ['EDUCATOR' as const, 'PSYCHOLOGIST' as const] };
  await expect(prison.calls.plans.approve({ contentId, meeting })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await prison.changeUser(names.coordinator);
  await expect(prison.calls.plans.approve({ contentId, meeting: { ...meeting, on: '2026-11-23' } })).rejects.toMatchObject({ data: { code: 'plan.meetingInFuture' } });
  const { contentHash } = await prison.calls.plans.approve({ contentId, meeting });
  const { vault } = prison.core.session;
  const [approval] = (await versions(personId))[0]?.progress.approvals ?? [];
  expect(approval?.meeting).toEqual(meeting);
  const { by = '', signature = '' } = approval ?? {};
  const signed = (statement: Readonly<Record<string, string>>): boolean => isSignedBy(vault, by, statement, signature);
  const body = 'DEPUTY_DIRECTOR';
  expect(approval?.body).toBe(body);
  expect(signed(approvalStatement(contentId, contentHash, today, meeting, body))).toBe(true);
  // another body, other minutes, or none, are not what was signed
  expect(signed(approvalStatement(contentId, contentHash, today, meeting))).toBe(false);
  expect(signed(approvalStatement(contentId, contentHash, today, { ...meeting, reference: '15/2026' }, body))).toBe(false);
  expect(signed(approvalStatement(contentId, contentHash, today, { ...meeting, present: [...meeting.present, 'HEALTH'] }, body))).toBe(false);
  expect(signed(approvalStatement(contentId, contentHash, today, undefined, body))).toBe(false);
  await prison.changeUser(names.educator);
});

it('a review is put off with a reason, by the rules of the country, and the trail keeps that it was, never why', async () => {
  const { personId, contentId } = await inForce();
  const putOff = (until: string) => prison.calls.plans.exemptReview({ contentId, reason: 'HOSPITAL', until });
  const next = async () => {
    for await (const [newest] of await prison.calls.plans.ofPerson({ personId })) return newest?.review;
    throw new Error('the view ended before its first value');
  };
  expect(await next()).toMatchObject({ rule: 'NO_DATE', from: '2027-09-22', to: '2027-11-22' });
  await expect(putOff('2026-12-01')).rejects.toMatchObject({ data: { code: 'plan.putOffBefore' } });

  await prison.calls.people.setDate({ personId, kind: 'END_OF_SENTENCE', date: '2027-01-22', certainty: 'DECIDED', source: 'PV 3' });
  expect(await next()).toMatchObject({ rule: 'PRE_RELEASE', from: today, to: '2027-01-15' });
  await expect(putOff('2026-11-21')).rejects.toMatchObject({ data: { code: 'plan.putOffPast' } });
  await expect(putOff('2027-02-21')).rejects.toMatchObject({ data: { code: 'plan.putOffTooLong', params: { days: 90 } } });
  await putOff('2027-01-13');
  expect(await next()).toMatchObject({ from: '2027-01-14', to: '2027-01-18', inTimeBy: '2027-01-18', exempt: { reason: 'HOSPITAL', until: '2027-01-13' } });
  const [entry] = await prison.core.session.vault!.audit.read({ limit: 1 });
  expect(entry).toMatchObject({ action: 'plans.exemptReview', details: { version: 1 } });
  expect(JSON.stringify(entry)).not.toContain('HOSPITAL');

  await prison.calls.plans.startReview({ contentId });
  await expect(putOff('2027-01-14')).rejects.toMatchObject({ data: { code: 'plan.noReviewToPutOff' } });
});
