import type { HandoverFacts, ImportFacts, PersonFacts, PlanFacts } from '../../shared/domain/due-facts.ts';
import type { DueKind } from '../../shared/domain/due.ts';
import { PlanLine } from '../../shared/domain/plan-lines.ts';
import { stepsColumn } from '../../shared/domain/step-columns.ts';

/** The day on which the samples are looked at, and whoever acts. */
export const today = '2026-11-22';
export const me = 'me';

/** What stands behind a line, as the index has it. */
export interface Case {
  readonly person?: Partial<PersonFacts>;
  readonly handover?: Partial<HandoverFacts>;
  readonly import?: Partial<ImportFacts>;
}

interface Sample extends Case {
  /** where it happens; without it in a prison */
  readonly where?: 'probation' | 'both';
  /** somebody who holds the permission and is not told all the same, in words, and the case of it */
  readonly never?: { readonly who: string } & Case;
}

const id = '0192a000-0000-7000-8000-000000000001';
const soon = '2026-11-26';
const release = { kind: 'END_OF_SENTENCE', date: soon } as const;
const steps = { steps: stepsColumn({ objectives: [{ id, domain: 'FAMILY', title: 'x', horizon: 'LATER', steps: [{ id, text: 'x', owner: 'PERSON', dueDate: soon, carriesOver: true }] }] }), finished: '' };
const plan = (change: Partial<PlanFacts>): PlanFacts => ({ contentId: 'c', status: 'ACTIVE', author: 'other', writers: ['other'], answer: 'AGREES', answeredOn: today, changedOn: today, lookedOn: today, reviewedOn: undefined, exemptions: [], unsigned: [], steps: { steps: '', finished: '' }, ...change });
const planned = (change: Partial<PlanFacts>): Partial<PersonFacts> => ({ plans: [plan(change)] });
const begun = { id: 'l', items: '' };
const wrote = 'whoever opened the plan or wrote in it';

/** A case for every kind of line. A kind without one does not compile. */
export const dueSamples: { readonly [K in DueKind]: Sample } = {
  RELEASE: { person: { release } },
  DECISION: { person: { decision: { kind: 'HEARING', date: soon } } },
  OTHER_DATE: { person: { nearest: { kind: 'PERMIT_RETURN', date: soon } } },
  ARRIVAL: { where: 'both', import: { decision: 'RECEIVED' } },
  RECEIPT_OWED: { where: 'both', import: {} },
  HANDOVER_AUTHORISE: { handover: {}, never: { who: 'whoever prepared it', handover: { preparedBy: me } } },
  HANDOVER_COUNTERSIGN: { handover: { status: 'SEALED', since: today, awaits: { by: 'other', until: today } }, never: { who: 'whoever signed alone', handover: { status: 'SEALED', since: today, awaits: { by: me, until: today } } } },
  COPY_ENDED: { person: { status: 'TRANSFERRED', keepUntil: '2026-01-01' } },
  HANDOVER_NOTICE: { handover: { status: 'REVOKED', notice: true } },
  HANDOVER_WRITE: { handover: { status: 'AUTHORISED' } },
  HANDOVER_UNANSWERED: { handover: { status: 'SEALED', since: '2026-10-01' } },
  HANDOVER_REJECTED: { handover: { status: 'REJECTED' } },
  HANDOVER_RECEIPT: { handover: { status: 'ACCEPTED' } },
  PLAN_APPROVE: { person: planned({ status: 'AGREED' }), never: { who: wrote, person: planned({ status: 'AGREED', writers: ['other', me] }) } },
  PLAN_ANSWER: { person: planned({ status: 'PROPOSED', answer: undefined }) },
  LINE_UNSIGNED: { person: planned({ status: 'DRAFT', answer: undefined, unsigned: PlanLine.options }) },
  PLAN_MISSING: { person: { nearest: release, release } },
  PAPERS: { person: { release, round: { id: 'r', on: today, closed: true, needsPapers: true } } },
  PREPARATION: { person: { ...planned({}), nearest: release, release, checklist: undefined } },
  APPOINTMENT_TO_FIX: { person: { release, outside: { toFix: 1, expected: [] } } },
  APPLICATION_UNANSWERED: { person: { outside: { toFix: 0, expected: ['2026-11-01'] } } },
  APPOINTMENT_PASSED: { where: 'probation', person: { outside: { toFix: 0, expected: [], fixed: ['2026-11-20'] } } },
  CHECKPOINT: { where: 'probation', person: { release: { kind: 'ACTUAL', date: '2026-11-20' } } },
  REVIEW: { person: planned({ answer: 'WITHDRAWN' }) },
  REPORT: { person: { listed: { caseId: 's', sittingId: 's', on: '2026-12-01', reported: false } } },
  STEP: { where: 'both', person: planned({ steps }) },
  // its first item, on the day of release
  CHECKLIST: { person: { release, checklist: { id: 'l', items: '+00000' } } },
  REQUEST: { person: { requests: { open: { id: 'q', on: today, count: 1 } } } },
  REQUEST_DELIVER: { person: { requests: { answered: { id: 'q', on: today, count: 1 } } } },
  ROUND_OPEN: { person: { round: { id: 'r', on: today, closed: false, needsPapers: false } } },
};

/** The facts of a case, as the rules of due work are given them. */
export const factsOf = (of: Case): { people: PersonFacts[]; handovers: HandoverFacts[]; imports: ImportFacts[] } => ({
  people: [{ id: 'p', status: 'ACTIVE', onRemand: false, endless: false, postponed: false, fraction: undefined, arrivedOn: undefined, nearest: undefined, release: undefined, decision: undefined, mine: false, plans: [], round: undefined, checklist: begun, ...of.person }],
  handovers: of.handover === undefined ? [] : [{ id: 'h', personId: 'p', status: 'CHECKED', preparedBy: 'other', since: today, ...of.handover }],
  imports: of.import === undefined ? [] : [{ id: 'i', personId: 'p', decision: 'ACCEPTED', decidedOn: today, answered: false, ...of.import }],
});
