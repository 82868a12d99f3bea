import { expect, it } from 'vitest';
import { mayMerge } from '../../../../shared/domain/merge-rules.ts';
import { allowed, type Outcome } from '../../../../shared/domain/outcome.ts';
import type { Person } from '../../../../shared/domain/people.ts';
import { acceptedLate, planEnded } from '../../../../shared/domain/plan-ending.ts';
import { written } from '../../../../shared/domain/plan-line-rules.ts';
import { marked, objectiveMarked, unmarked } from '../../../../shared/domain/plan-mark-rules.ts';
import { activated, answered, approved, closed, frozenPart, handedOver, propose, reopened, reviewBegun, reviewEnded, revised, superseded } from '../../../../shared/domain/plan-rules.ts';
import type { PlanContent, PlanProgress } from '../../../../shared/domain/plan.ts';
import { madeContent, madeGoal, madeProgress, madeStep } from '../../../../shared/domain/walks/made-plan.ts';
import { list, nat, oneOf, RUNS, tried } from '../../../../shared/domain/walks/random.ts';
import { MADE_UP } from '../../../../shared/domain/walks/walk.ts';
import { canonicalBytes, canonicalHash } from '../../canonical.ts';

interface Version {
  readonly content: PlanContent;
  readonly progress: PlanProgress;
}

const { me, other, today } = MADE_UP;
const act = { on: today, by: me };
const said = { on: today, signature: 'PAPER', recordedBy: me } as const;

/** What the approval of the service does: freezes and hashes what the rule let through. */
const approve = ({ content, progress }: Version): Outcome<Version> => {
  const next = approved(content, progress, { ...act, by: other, signature: 'c2ln', reasonWithoutAgreement: 'duty to plan' });
  return next.ok ? allowed({ content: { ...content, contentHash: canonicalHash(frozenPart(content)) }, progress: next.value }) : next;
};

const onProgress =
  (rule: (version: Version) => Outcome<PlanProgress>) =>
  (version: Version): Outcome<Version> => {
    const next = rule(version);
    return next.ok ? allowed({ ...version, progress: next.value }) : next;
  };
const ended = (reason: 'RELEASED' | 'DECEASED' | 'NEW_ROUND') => onProgress(({ content, progress }) => allowed(planEnded(content, progress, reason, reason === 'RELEASED', act) ?? progress));

/** Every act there is on a version. */
const acts: Readonly<Record<string, (version: Version, text: string) => Outcome<Version>>> = {
  write: (version, title) => written(version, { objectives: [{ ...madeGoal, title }], personStatement: title }, { id: me, roles: ['EDUCATOR'] }),
  propose: onProgress(({ content, progress }) => propose(content, progress)),
  agree: onProgress(({ progress }) => answered(progress, { ...said, answer: 'AGREES' })),
  disagree: onProgress(({ progress }) => answered(progress, { ...said, answer: 'DISAGREES' })),
  withdraw: onProgress(({ progress }) => answered(progress, { ...said, answer: 'WITHDRAWN' })),
  revise: onProgress(({ progress }) => revised(progress)),
  sign: onProgress(({ progress }) => allowed({ ...progress, lines: madeProgress().lines })),
  approve,
  activate: onProgress(({ progress }) => activated(progress)),
  mark: (version, note) => onProgress(({ content, progress }) => marked(content, progress, madeStep.id, { ...act, status: 'BLOCKED', note }))(version),
  unmark: onProgress(({ progress }) => unmarked(progress, madeStep.id)),
  markGoal: (version, note) => onProgress(({ content, progress }) => objectiveMarked(content, progress, madeGoal.id, { ...act, command: 'remove', reason: 'NO_LONGER_WANTED', note }))(version),
  review: onProgress(({ progress }) => reviewBegun(progress)),
  endReview: onProgress(({ progress }) => reviewEnded(progress, { ...act, outcome: 'CONTINUE' }, today)),
  supersede: onProgress(({ progress }) => superseded(progress)),
  handOver: onProgress(({ content, progress }) => handedOver(content, progress, act)),
  reopen: onProgress(({ progress }) => reopened(progress, act)),
  close: onProgress(({ progress }) => closed(progress, { ...act, reason: 'BY_MISTAKE' })),
  release: ended('RELEASED'),
  die: ended('DECEASED'),
  newStay: ended('NEW_ROUND'),
  acceptLate: onProgress(({ content, progress }) => acceptedLate(content, progress, act)),
};

/** The way to approval often, so that most histories have something frozen; anything at any time otherwise. */
const onTheWay = oneOf('propose', 'agree', 'sign', 'approve', 'activate');
const anything = oneOf(...Object.keys(acts));
const words = oneOf('x', 'Vreau să lucrez', 'ș', '{"a":1}', ' ', '\u0000', 'a'.repeat(40));
const history = list((numbers) => ({ name: numbers(5) < 3 ? onTheWay(numbers) : anything(numbers), text: words(numbers) }), 5, 40);

it('what was approved stays the same to the byte, and its hash matches, whatever happens afterwards', () => {
  let frozenOnes = 0;
  tried(history, (steps) => {
    let version: Version = { content: madeContent(), progress: madeProgress() };
    let frozen: Buffer | undefined;
    for (const { name, text } of steps) {
      const next = acts[name]?.(version, text);
      if (next?.ok !== true) continue;
      version = next.value;
      if (version.content.contentHash === undefined) continue;
      frozen ??= Buffer.from(canonicalBytes(frozenPart(version.content)));
      expect(Buffer.from(canonicalBytes(frozenPart(version.content))).equals(frozen)).toBe(true);
      expect(canonicalHash(frozenPart(version.content))).toBe(version.content.contentHash);
    }
    if (frozen !== undefined) frozenOnes += 1;
  });
  // histories in which nothing is ever approved would show nothing
  expect(frozenOnes).toBeGreaterThan(RUNS / 10);
});

it('no merge of records ever moves an approved plan to another person', () => {
  const status = oneOf<Person['status']>('ACTIVE', 'PRE_RELEASE', 'AWAY', 'RELEASED_FOLLOW_UP', 'CLOSED', 'DECEASED', 'ESCAPED');
  const nothingElse = { code: 'A-1', releaseDates: [], decisions: [] };
  const facts = (numbers: Parameters<typeof status>[0]) => {
    const plans = nat(3)(numbers);
    return { plans, approved: nat(plans)(numbers) };
  };
  tried((numbers) => ({ a: status(numbers), b: status(numbers), kept: facts(numbers), other: facts(numbers) }), ({ a, b, kept, other: moved }) => {
    const may = mayMerge({ id: 'a', status: a, ...nothingElse } as unknown as Person, { id: 'b', status: b, ...nothingElse } as unknown as Person, { kept, other: moved });
    expect(may.ok && moved.approved > 0).toBe(false);
  });
});
