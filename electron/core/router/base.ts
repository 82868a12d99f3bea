import { mapEventIterator } from '@orpc/client';
import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../../shared/contract/index.ts';
import { procedurePermissions, type ProcedurePath } from '../../../shared/contract/permissions.ts';
import { procedureTrail } from '../../../shared/contract/trail.ts';
import { may, type Permission } from '../../../shared/domain/permissions.ts';
import { mayWith } from '../../../shared/domain/scope.ts';
import { recordedView, type ReadOf } from '../services/audit/case-reads.ts';
import type { BackupJobs } from '../services/backup/jobs.ts';
import type { Previews } from '../services/documents/previews.ts';
import type { PrintTickets } from '../services/documents/print.ts';
import type { Sealing } from '../services/handover/sealing.ts';
import type { Arrivals } from '../services/imports/arrivals.ts';
import type { FilePurpose } from '../../../shared/contract/bridge.ts';
import { RefusedError } from '../services/work.ts';
import type { ScanReadings } from '../services/papers/scan-readings.ts';
import type { Readings } from '../services/registers/readings.ts';
import type { Session } from '../session.ts';
import { hides, NotYoursError } from '../vault/scoped-vault.ts';
import { VaultError, type Vault } from '../vault/types.ts';
import { idsIn } from './named.ts';

/** What the procedures of one core share. */
export interface Context {
  readonly session: Session;
  readonly arrivals: Arrivals;
  readonly sealing: Sealing;
  readonly backups: BackupJobs;
  readonly readings: Readings;
  readonly scans: ScanReadings;
  readonly previews: Previews;
  readonly tickets: PrintTickets;
  /** the demo vault is made; at once for a live one */
  readonly prepared: Promise<void>;
  /** the path behind a token that a dialog gave. @throws RefusedError when it was used or given for something else */
  readonly path: (token: string, purpose: FilePurpose) => string;
  /** errors nobody expected: told on stderr without personal data */
  readonly report: (error: unknown) => void;
}

interface Failure {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Errors of the vault, the envelope, the documents and the medium carry a code of the `errors` catalogue. */
const failureOf = (error: unknown): Failure | undefined => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const prefix = { VaultError: 'vault', EnvelopeError: 'envelope', DocumentError: 'document' }[error.name];
  if (prefix === undefined) return undefined;
  const params = 'params' in error ? (error.params as Failure['params']) : undefined;
  return { code: `${prefix}.${error.code}`, ...(params === undefined ? {} : { params }) };
};

const forbidden = (permission: Permission, code?: 'scope.notYours' | 'scope.wholeHouse') =>
  new ORPCError('FORBIDDEN', { status: 403, defined: true, data: { permission, ...(code === undefined ? {} : { code }) } });

/**
 * Procedures that may be asked about anybody: a choice answers with those it may name, words no longer wanted are
 * dropped, and who leads a course marks everybody on it.
 */
const aboutAnybody: ReadonlySet<ProcedurePath> = new Set(['people.find', 'drafts.drop', 'learning.mark']);

/** Whether what is asked for names somebody outside the caseload, or a document about them. */
const namesOthers = (vault: Vault, name: ProcedurePath, input: unknown): boolean => !aboutAnybody.has(name) && idsIn(input).some((id) => hides(vault, id));

/** What a procedure threw, as the contract's answer. */
export const answerFor = (error: unknown, report: (error: unknown) => void): unknown => {
  if (error instanceof ORPCError || (error instanceof Error && error.name === 'AbortError')) return error;
  if (error instanceof RefusedError) {
    const { code, params } = error.refusal;
    return new ORPCError('REFUSED', { status: 422, defined: true, message: code, data: { code, ...(params === undefined ? {} : { params: { ...params } }) } });
  }
  if (error instanceof NotYoursError) return forbidden('case.read', 'scope.notYours');
  const failure = failureOf(error);
  if (failure === undefined) report(error);
  const data = failure ?? { code: 'unexpected' };
  return new ORPCError('FAILED', { status: 500, defined: true, message: data.code, data });
};

const isLive = (output: unknown): output is AsyncIterator<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output;

const locked = () => new ORPCError('LOCKED', { status: 401, defined: true });

/**
 * A live view goes on after its procedure has answered: what it throws then is turned into an answer too. It is for whoever
 * was asked when it was opened, and for nobody who unlocks later.
 */
const answering = (view: AsyncIterator<unknown>, isTheirs: () => boolean, report: (error: unknown) => void): AsyncIterator<unknown> =>
  mapEventIterator(view, {
    value: async (value) => {
      if (!isTheirs()) throw locked();
      return value;
    },
    error: async (error) => answerFor(isTheirs() ? error : locked(), report),
  });

/** Whose case or which course a procedure was asked to show. */
const readOf = (field: 'id' | 'personId' | 'runId', input: unknown): ReadOf => {
  const id = String((input as Readonly<Record<string, unknown>>)[field]);
  return field === 'runId' ? { runId: id } : { personId: id };
};

/** A view of a case, recorded as read before its first answer; any other view as it is. */
const recorded = (name: ProcedurePath, input: unknown, session: Session, view: AsyncIterator<unknown>): AsyncIterator<unknown> => {
  const trail = procedureTrail[name];
  if (!('reads' in trail)) return view;
  return recordedView(session.vault, readOf(trail.of, input), trail.reads, { [Symbol.asyncIterator]: () => view });
};

/** What a rule refuses because of who asks, not of what is asked: the same as a permission that is missing. */
const ofThePerson: ReadonlySet<string> = new Set([
  'audit.noCases',
  'breach.notYourHandover',
  'checklist.secondPersonNeeded',
  'clock.notYours',
  'handover.secondPersonNeeded',
  'plan.absenceNotYours',
  'plan.notYourLine',
  'plan.secondPersonNeeded',
  'users.caseKeyNeeded',
  'users.dismissSelf',
  'users.ownRoles',
  'users.widerThanOwn',
]);

const isOfThePerson = (error: unknown): boolean =>
  error instanceof NotYoursError || (error instanceof RefusedError && ofThePerson.has(error.refusal.code)) || (error instanceof VaultError && error.code === 'NOT_ENTITLED');

/** Records a refusal; one that cannot be recorded is told as that. */
const refuse = async (vault: Vault, procedure: ProcedurePath, report: (error: unknown) => void): Promise<void> => {
  try {
    await vault.commit([], { action: 'refused', details: { procedure } });
  } catch (error) {
    throw answerFor(error, report);
  }
};

/**
 * The start of every procedure: asks the one permission table, then whether it is about people in the caseload, then
 * turns refusals and failures into the contract's answers. A refusal for want of permission or scope is audited.
 */
export const os = implement(contract)
  .$context<Context>()
  .use(async ({ context, next, path }, input: unknown) => {
    try {
      await context.prepared;
    } catch (error) {
      throw answerFor(error, context.report);
    }
    const name = path.join('.') as ProcedurePath;
    const permission = procedurePermissions[name];
    const vault = context.session.openVault;
    if (!may(vault?.user.roles, permission)) {
      if (vault === undefined) throw locked();
      await refuse(vault, name, context.report);
      throw forbidden(permission);
    }
    if (vault !== undefined && permission !== 'public') {
      const { caseload } = context.session;
      if (!mayWith(vault.user.roles, caseload, permission)) {
        await refuse(vault, name, context.report);
        throw forbidden(permission, 'scope.wholeHouse');
      }
      if (namesOthers(context.session.vault, name, input)) {
        await refuse(vault, name, context.report);
        throw forbidden(permission, 'scope.notYours');
      }
    }
    // what somebody else knows is replaced before it opens anything
    if (context.session.passwordGiven && permission !== 'public' && name !== 'session.changePassword') {
      throw answerFor(new RefusedError({ code: 'session.passwordFirst' }), context.report);
    }
    try {
      await context.session.watch?.look();
      const result = await next();
      return isLive(result.output) ? { ...result, output: answering(recorded(name, input, context.session, result.output), () => permission === 'public' || context.session.openVault === vault, context.report) } : result;
    } catch (error) {
      if (vault !== undefined && isOfThePerson(error)) await refuse(vault, name, context.report);
      throw answerFor(error, context.report);
    }
  });
