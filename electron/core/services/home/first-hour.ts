import type { FirstHourView } from '../../../../shared/contract/home.ts';
import { DEMO_READY, firstHourStates, stepDoneBy, FirstHourStep, type FirstHourChoice } from '../../../../shared/domain/first-hour.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, created, save, type Work } from '../work.ts';

type Vault = Work['vault'];

/** How far the audit trail of an open vault was read, and what it told. */
interface Seen {
  upTo: number;
  /** when a demonstration was made ready; what was done before that was its making */
  readyAt: string;
  readonly done: Set<FirstHourStep>;
}

const seenOf = new WeakMap<Vault, Seen>();

/** Entries read at once; between them the core answers others. */
const TURN = 500;

/** Reads on where it was left: the trail only grows. Stops early once every step it can tell of is done. */
const readTrail = async (vault: Vault): Promise<Seen> => {
  const seen = seenOf.get(vault) ?? { upTo: 0, readyAt: '', done: new Set<FirstHourStep>() };
  seenOf.set(vault, seen);
  const [newest] = await vault.audit.read({ limit: 1 });
  while (seen.upTo < (newest?.seq ?? 0) && TOLD.some((step) => !seen.done.has(step))) {
    const entries = await vault.audit.read({ limit: TURN, before: Math.min(seen.upTo + TURN, newest?.seq ?? 0) + 1 });
    for (const entry of entries.toReversed()) {
      if (entry.seq <= seen.upTo) continue;
      seen.upTo = entry.seq;
      if (entry.action === DEMO_READY) {
        seen.readyAt = entry.at;
        // nobody but its making could keep the code of a demonstration
        for (const step of TOLD) if (step !== 'RECOVERY') seen.done.delete(step);
      }
      const step = stepDoneBy(entry);
      if (step !== undefined) seen.done.add(step);
    }
    if (entries.length === 0) break;
    await new Promise(setImmediate);
  }
  return seen;
};

/** The steps the trail tells of; the other two are read off documents. */
const TOLD: readonly FirstHourStep[] = FirstHourStep.options.filter((step) => step !== 'COPY' && step !== 'PRACTICE');

const sealed: ReadonlySet<unknown> = new Set(['SEALED', 'DISPATCHED', 'RECEIVED', 'ACCEPTED', 'REJECTED', 'RETURNED', 'EXPIRED', 'LOST', 'SUPERSEDED']);

const stepsDone = async ({ vault }: Work): Promise<ReadonlySet<FirstHourStep>> => {
  const { done, readyAt } = await readTrail(vault);
  const copies = vault.rows('handovers', 'issued', ['document', 'status', 'at']).some(({ document, status, at }) => document === 'person-copy' && status === 'DONE' && String(at) >= readyAt);
  const exercises = vault.rows('handovers', 'handover', ['practice', 'status']).some(({ practice, status }) => practice === true && sealed.has(status));
  return new Set([...done, ...(copies ? ['COPY' as const] : []), ...(exercises ? ['PRACTICE' as const] : [])]);
};

const choiceOf = async (work: Work): Promise<Stored<FirstHourChoice> | undefined> => (await find(work.vault, 'office', 'firstHour', { selector: {}, limit: 1 }))[0];

/** The guide as it stands. */
export const firstHourView = async (work: Work): Promise<FirstHourView> => {
  const [choice, done, contacts] = await Promise.all([choiceOf(work), stepsDone(work), find(work.vault, 'office', 'contact', { selector: {} })]);
  const example = exampleOf(work);
  const practiceReady = contacts.some(({ practice }) => practice === true);
  return { steps: firstHourStates(done, choice?.skipped ?? []), away: choice?.away ?? false, practiceReady, ...(example === undefined ? {} : { example }) };
};

/** Somebody to do the steps with: with a plan in force, else whose next date comes first. */
const exampleOf = ({ vault }: Work): string | undefined => {
  const planned = vault.rows('plans', 'progress', ['personId', 'status']).find(({ status }) => status === 'ACTIVE' || status === 'UNDER_REVIEW');
  if (planned !== undefined) return String(planned.personId);
  return vault
    .rows('people', 'person', ['nearest', 'status'])
    .filter(({ status }) => status === 'ACTIVE' || status === 'PRE_RELEASE')
    .toSorted((a, b) => (String(a.nearest) < String(b.nearest) ? -1 : 1))[0]?.id;
};

const saveChoice = async (work: Work, change: (choice: FirstHourChoice) => FirstHourChoice): Promise<void> => {
  const before = await choiceOf(work);
  const next = change(before ?? { ...created(work), type: 'firstHour', skipped: [], away: false });
  await save(work, [{ op: 'put', collection: 'office', doc: before === undefined ? next : changed(work, next) }], {
    action: 'home.guide',
    details: { skipped: next.skipped.length, away: next.away },
  });
};

/** Skips a step, or takes it up again. Doing it later still makes it done. */
export const skipStep = (work: Work, step: FirstHourStep, skipped: boolean): Promise<void> =>
  saveChoice(work, (choice) => ({ ...choice, skipped: [...choice.skipped.filter((other) => other !== step), ...(skipped ? [step] : [])] }));

/** Puts the guide away from the home screen, or brings it back. */
export const putAway = (work: Work, away: boolean): Promise<void> => saveChoice(work, (choice) => ({ ...choice, away }));
