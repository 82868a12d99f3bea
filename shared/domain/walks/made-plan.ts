import type { Objective, PlanContent, PlanProgress, PlanStep } from '../plan.ts';
import { MADE_UP } from './walk.ts';

const base = { v: 1, createdAt: MADE_UP.now, createdBy: MADE_UP.me, updatedAt: MADE_UP.now, updatedBy: MADE_UP.me };

export const madeStep: PlanStep = { id: '01900000-0000-7000-8000-000000000051', text: 'Curs', owner: 'PERSON', carriesOver: true };
export const madeGoal: Objective = { id: '01900000-0000-7000-8000-000000000050', domain: 'EMPLOYMENT', title: 'Vreau să lucrez', horizon: 'FIRST_90D', steps: [madeStep] };

/** What a plan says, with one goal of one step. */
export const madeContent = (over: Partial<PlanContent> = {}): PlanContent => ({
  ...base,
  id: '01900000-0000-7000-8000-000000000010',
  type: 'content',
  personId: '01900000-0000-7000-8000-0000000000cc',
  versionNo: 1,
  kind: 'INITIAL',
  lang: 'ro',
  objectives: [madeGoal],
  ...over,
});

/** How it goes; its author is `MADE_UP.me`, and the one line with a goal is signed. */
export const madeProgress = (over: Partial<PlanProgress> = {}): PlanProgress => ({
  ...base,
  id: '01900000-0000-7000-8000-000000000011',
  type: 'progress',
  personId: '01900000-0000-7000-8000-0000000000cc',
  contentId: '01900000-0000-7000-8000-000000000010',
  versionNo: 1,
  status: 'DRAFT',
  author: MADE_UP.me,
  approvals: [],
  steps: {},
  lines: { EDUCATION: { rev: 1, author: MADE_UP.me, signed: { by: MADE_UP.me, on: MADE_UP.today, signature: 'c2ln' } } },
  ...over,
});
