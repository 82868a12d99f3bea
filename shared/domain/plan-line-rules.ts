import type { CivilDate } from './dates.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { Objective, PlanContent, PlanProgress } from './plan.ts';
import { PlanLine, PlanPart, type LineAbsence, type LineSignature, type LineState, type PartsSeen } from './plan-lines.ts';
import type { UserRole } from './roles.ts';

/** Who acts, with the roles they hold. */
export interface Professional {
  readonly id: string;
  readonly roles: readonly UserRole[];
}

/** Which lines a role writes and signs. Who leads the area may step in everywhere. */
const linesOfRole: { readonly [R in UserRole]?: readonly PlanLine[] } = {
  EDUCATOR: ['EDUCATION', 'WORK'],
  PSYCHOLOGIST: ['PSYCHOLOGICAL'],
  SOCIAL_WORKER: ['SOCIAL'],
  COORDINATOR: PlanLine.options,
};

/** The lines that somebody with these roles answers for, in their order. */
export const linesFor = (roles: readonly UserRole[]): readonly PlanLine[] => PlanLine.options.filter((line) => roles.some((role) => linesOfRole[role]?.includes(line) === true));

/** The lines somebody signs. */
export interface LinesToSign {
  readonly all: readonly PlanLine[];
  /** of these, the ones a profession is called in for: nobody but they sees that it is their turn */
  readonly calledIn: readonly PlanLine[];
}

const professionsCalledIn: ReadonlySet<UserRole> = new Set(['PSYCHOLOGIST', 'SOCIAL_WORKER']);

/** Which lines wait for somebody with these roles; who steps in everywhere is called in for none. */
export const linesToSign = (roles: readonly UserRole[]): LinesToSign => ({ all: linesFor(roles), calledIn: linesFor(roles.filter((role) => professionsCalledIn.has(role))) });

const mayAnswerFor = ({ roles }: Professional, line: PlanLine): Outcome<void> => (linesFor(roles).includes(line) ? allowed(undefined) : refused('plan.notYourLine', { line }));

/** The line of a goal. Plans written before there were lines have one author: education. */
export const lineOf = ({ line }: Pick<Objective, 'line'>): PlanLine => line ?? 'EDUCATION';

type Goals = Pick<PlanContent, 'objectives'>;

export const goalsOfLine = ({ objectives }: Goals, line: PlanLine): readonly Objective[] => objectives.filter((goal) => lineOf(goal) === line);

export interface LineView extends LineState {
  readonly line: PlanLine;
  readonly goals: number;
  readonly state: 'EMPTY' | 'UNSIGNED' | 'SIGNED' | 'NOT_AVAILABLE';
}

type LineFacts = Pick<PlanProgress, 'author' | 'lines'>;

/** Where every line of a version stands. */
export const lineViews = (content: Goals, { author, lines }: LineFacts): readonly LineView[] =>
  PlanLine.options.map((line) => {
    const goals = goalsOfLine(content, line).length;
    const known = lines?.[line];
    const state = known?.signed !== undefined ? 'SIGNED' : known?.notAvailable !== undefined ? 'NOT_AVAILABLE' : goals === 0 ? 'EMPTY' : 'UNSIGNED';
    return { rev: 0, ...(known === undefined && goals > 0 ? { author } : {}), ...known, line, goals, state };
  });

/** Lines with goals that nobody signed since they were last changed, and of which nobody said that there is no one. */
export const unsignedLines = (content: Goals, progress: LineFacts): readonly PlanLine[] =>
  lineViews(content, progress).flatMap(({ line, state }) => (state === 'UNSIGNED' ? [line] : []));

/** Everybody whose words stand in a version: who opened it, ever wrote in it, wrote a line that was taken over, or signed one. */
export const writersOf = (content: Pick<PlanContent, 'createdBy' | 'updatedBy'>, { author, writers, lines }: Pick<PlanProgress, 'author' | 'writers' | 'lines'>): ReadonlySet<string> =>
  new Set([
    author,
    // plans from before writers were kept: the first and the last
    ...(writers ?? [content.createdBy, content.updatedBy]),
    ...PlanLine.options.flatMap((line) => [lines?.[line]?.author, lines?.[line]?.signed?.by].filter((id) => id !== undefined)),
  ]);

/** Equal in what they say; a value that is not set and one that is not there are the same. */
const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => same(left[key], right[key]));
};

const MOST_GOALS = 40;

export interface Written {
  readonly personStatement?: string | undefined;
  readonly objectives: readonly Objective[];
  /** the parts that were changed, each with how often it had been written when the writer last saw it; without it the whole draft */
  readonly seen?: PartsSeen | undefined;
}

export interface DraftPair {
  readonly content: PlanContent;
  readonly progress: PlanProgress;
}

/** How often each part was written. */
export const partsOf = ({ lines, wordsRev }: Pick<PlanProgress, 'lines' | 'wordsRev'>): PartsSeen =>
  Object.fromEntries(PlanPart.options.map((part) => [part, part === 'WORDS' ? (wordsRev ?? 0) : (lines?.[part]?.rev ?? 0)]));

/**
 * Writes parts of a draft. Each line is written by its own profession; what a colleague changed meanwhile is never overwritten:
 * two people write different parts without meeting, and the second on the same part is told. A changed line has to be signed anew.
 * @returns the same pair when nothing is different
 */
export const written = ({ content, progress }: DraftPair, { personStatement, objectives, seen }: Written, who: Professional): Outcome<DraftPair> => {
  if (progress.status !== 'DRAFT') return refused('plan.notDraft', { status: progress.status });
  const now = partsOf(progress);
  const stale = (part: PlanPart): boolean => seen !== undefined && seen[part] !== now[part];
  const touches = (part: PlanPart): boolean => seen === undefined || seen[part] !== undefined;
  const next = Object.fromEntries(PlanLine.options.map((line) => [line, goalsOfLine(touches(line) ? { objectives: [...objectives] } : content, line)])) as { readonly [L in PlanLine]: readonly Objective[] };
  const changed = PlanLine.options.filter((line) => !same(next[line], goalsOfLine(content, line)));
  const words = touches('WORDS') && personStatement !== content.personStatement;
  const clash = [...(words ? (['WORDS'] as const) : []), ...changed].find(stale);
  if (clash !== undefined) return refused('plan.changedMeanwhile', { part: clash });
  for (const line of changed) {
    const may = mayAnswerFor(who, line);
    if (!may.ok) return may;
  }
  if (!words && changed.length === 0) return allowed({ content, progress });
  const goals = PlanLine.options.flatMap((line) => next[line]);
  if (goals.length > MOST_GOALS) return refused('plan.tooManyGoals', { max: MOST_GOALS });
  // a goal moved to another line while a colleague worked on the first would stand in both
  if (new Set(goals.map(({ id }) => id)).size < goals.length) return refused('plan.changedMeanwhile', { part: changed[0] ?? 'WORDS' });
  const { personStatement: _old, ...rest } = content;
  const statement = words ? personStatement : content.personStatement;
  const lineAfter = (line: PlanLine): LineState => {
    const { signed: _unsigned, ...state } = progress.lines?.[line] ?? { rev: 0 };
    return { ...state, rev: state.rev + 1, author: who.id };
  };
  return allowed({
    content: { ...rest, objectives: goals, ...(statement === undefined ? {} : { personStatement: statement }) },
    progress: {
      ...progress,
      writers: [...new Set([...(progress.writers ?? [progress.author, content.createdBy, content.updatedBy]), who.id])],
      ...(words ? { wordsRev: (progress.wordsRev ?? 0) + 1 } : {}),
      ...(changed.length === 0 ? {} : { lines: { ...progress.lines, ...Object.fromEntries(changed.map((line) => [line, lineAfter(line)])) } }),
    },
  });
};

/** While a version is here its lines are signed. */
export const beforeApproval: ReadonlySet<PlanProgress['status']> = new Set(['DRAFT', 'PROPOSED', 'AGREED', 'NOT_AGREED']);

const stateOf = (progress: PlanProgress, line: PlanLine): LineState => progress.lines?.[line] ?? { rev: 0 };

/** Whether a line can be signed by them now: their own, with goals in it, before the plan is approved. */
export const maySignLine = (content: PlanContent, progress: PlanProgress, line: PlanLine, who: Professional): Outcome<void> => {
  if (!beforeApproval.has(progress.status)) return refused('plan.linesFrozen', { status: progress.status });
  const may = mayAnswerFor(who, line);
  if (!may.ok) return may;
  return goalsOfLine(content, line).length === 0 ? refused('plan.lineEmpty', { line }) : allowed(undefined);
};

/** A profession signs the goals of its line as they stand. */
export const lineSigned = (content: PlanContent, progress: PlanProgress, line: PlanLine, signed: LineSignature, who: Professional): Outcome<PlanProgress> => {
  const may = maySignLine(content, progress, line, who);
  if (!may.ok) return may;
  const { notAvailable: _absent, ...state } = stateOf(progress, line);
  return allowed({ ...progress, lines: { ...progress.lines, [line]: { ...state, author: state.author ?? progress.author, signed } } });
};

export interface Absence {
  readonly reason: LineAbsence;
  readonly note?: string | undefined;
  readonly on: CivilDate;
}

/** Says that nobody of a profession answers for its line; without `absence` that is taken back. By the coordinator, or by who opened the plan. */
export const lineWithout = (progress: PlanProgress, line: PlanLine, absence: Absence | undefined, who: Professional): Outcome<PlanProgress> => {
  if (!beforeApproval.has(progress.status)) return refused('plan.linesFrozen', { status: progress.status });
  if (!who.roles.includes('COORDINATOR') && who.id !== progress.author) return refused('plan.absenceNotYours');
  const { notAvailable: _before, ...state } = stateOf(progress, line);
  if (state.signed !== undefined) return refused('plan.lineIsSigned', { line });
  const { reason, on, note } = absence ?? {};
  const notAvailable = reason === undefined || on === undefined ? {} : { notAvailable: { reason, on, by: who.id, ...(note === undefined ? {} : { note }) } };
  return allowed({ ...progress, lines: { ...progress.lines, [line]: { ...state, ...notAvailable } } });
};

/** The lines a new version begins with: who wrote each stays named, and nobody has signed it yet. */
export const linesTakenOver = (content: Goals, before: LineFacts): NonNullable<PlanProgress['lines']> =>
  Object.fromEntries(lineViews(content, before).flatMap(({ line, goals, author }) => (goals > 0 && author !== undefined ? [[line, { rev: 0, author }]] : [])));
