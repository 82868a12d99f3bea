import type { CivilDate } from '../../../../shared/domain/dates.ts';
import type { Basis, Language, Statement } from '../../../../shared/domain/base.ts';
import type { NeedAnswer, NeedDomain, NeedItem, Round, Source } from '../../../../shared/domain/needs.ts';
import { allowed, type Outcome } from '../../../../shared/domain/outcome.ts';
import { mayBePrepared } from '../../../../shared/domain/person-machine.ts';
import { closed, confirmed, corrected, disputed, nothingAsked, withAnswer, withItem } from '../../../../shared/domain/round-rules.ts';
import { needsForms } from '../../../../shared/forms/index.ts';
import type { AuditEvent, Change, Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { echoOf } from './found.ts';
import { changed, created, existing, newId, orRefuse, save, type Work } from '../work.ts';

/** A person's rounds, newest first. */
export const roundsOf = (work: Work, personId: string): Promise<Stored<Round>[]> =>
  find(work.vault, 'assessments', 'round', { selector: { personId }, sort: [{ 'ix.on': 'desc' }, { id: 'desc' }] });

export interface NewRound {
  readonly personId: string;
  readonly kind: Round['kind'];
  readonly conductedOn: CivilDate;
  readonly sources: Round['sources'];
  readonly limitations?: string | undefined;
}

/** Opens a round in which nothing was asked yet. */
export const openRound = async (work: Work, input: NewRound): Promise<{ roundId: string }> => {
  orRefuse(mayBePrepared(await existing(work, 'people', input.personId, 'person')));
  const round: Round = {
    ...created(work),
    type: 'round',
    ...input,
    conductedBy: work.vault.user.id,
    formVersion: needsForms.short(work.today).version,
    domains: nothingAsked(),
  };
  await save(work, [{ op: 'put', collection: 'assessments', doc: round }], { action: 'needs.openRound', personId: round.personId });
  return { roundId: round.id };
};

interface Said {
  readonly text: string;
  readonly lang: Language;
  readonly basis: Basis;
}

/** A sentence as it is kept: said today, written down by who is at the screen. */
const statementOf = (work: Work, said: Said): Statement => ({ ...said, id: newId(), on: work.today, by: work.vault.user.id });

/** Applies a rule to a round and saves it. */
const roundTo = async (
  work: Work,
  roundId: string,
  event: Omit<AuditEvent, 'personId'>,
  rule: (round: Round) => Outcome<Round> | Promise<Outcome<Round>>,
  also: (next: Round) => Promise<Change[]> = () => Promise.resolve([]),
): Promise<void> => {
  const round = await existing(work, 'assessments', roundId, 'round');
  const next = orRefuse(await rule(round));
  await save(work, [{ op: 'put', collection: 'assessments', doc: changed(work, { ...next, _rev: round._rev }) }, ...(await also(next))], { ...event, personId: round.personId });
};

export interface Recorded {
  readonly roundId: string;
  readonly domain: NeedDomain;
  readonly answer: NeedAnswer;
  readonly level?: number | undefined;
  readonly statement?: Said | undefined;
  readonly strengths?: string | undefined;
  readonly sources?: readonly Source[] | undefined;
}

/** Records what was answered in one domain. */
export const recordAnswer = (work: Work, { roundId, domain, answer, level, statement, strengths, sources }: Recorded): Promise<void> =>
  roundTo(work, roundId, { action: 'needs.record', details: { domain } }, (round) =>
    withAnswer(round, {
      domain,
      answer,
      ...(level === undefined ? {} : { level }),
      ...(strengths === undefined ? {} : { strengths }),
      ...(sources === undefined ? {} : { sources }),
      ...(statement === undefined ? {} : { statement: statementOf(work, statement) }),
    }),
  );

export interface RecordedItem {
  readonly roundId: string;
  readonly domain: NeedDomain;
  readonly code: NeedItem['code'];
  readonly item?: Omit<NeedItem, 'code'> | undefined;
}

/** Records one need of the catalogue; which one is not told to the audit trail: it is data about the person. */
export const recordItem = (work: Work, { roundId, domain, code, item }: RecordedItem): Promise<void> =>
  roundTo(work, roundId, { action: 'needs.record', details: { domain } }, (round) => withItem(round, needsForms.long(round.formVersion), domain, code, item));

/** The person was asked again: what they answered in an earlier round stands. */
export const confirmAnswer = (work: Work, input: { readonly roundId: string; readonly fromRoundId: string; readonly domain: NeedDomain }): Promise<void> =>
  roundTo(work, input.roundId, { action: 'needs.record', details: { domain: input.domain } }, async (round) =>
    confirmed(round, needsForms.long(round.formVersion), await existing(work, 'assessments', input.fromRoundId, 'round'), input.domain),
  );

export interface CorrectedAnswer extends Omit<Recorded, 'strengths' | 'sources'> {
  readonly statement: Said;
  readonly reason: string;
}

/** Puts an answer of a closed round right, with a reason. */
export const correctAnswer = (work: Work, { roundId, domain, answer, level, statement, reason }: CorrectedAnswer): Promise<void> =>
  roundTo(
    work,
    roundId,
    { action: 'needs.correct', details: { domain } },
    (round) => corrected(round, { domain, answer, ...(level === undefined ? {} : { level }), statement: statementOf(work, statement), reason, by: work.vault.user.id, on: work.today }),
    async (round) => echoOf(work, round, await roundsOf(work, round.personId), work.today, domain),
  );

/** Records that the person disagrees with a statement, in their words, or takes a wrong record of it back. */
export const disputeStatement = (work: Work, { roundId, statementId, text }: { readonly roundId: string; readonly statementId: string; readonly text?: string | undefined }): Promise<void> =>
  roundTo(work, roundId, { action: text === undefined ? 'needs.undispute' : 'needs.dispute' }, (round) =>
    disputed(round, statementId, text === undefined ? undefined : { text, on: work.today }),
  );

/** Closes a round: its answers stay as they were given, and what it found becomes needs. What limited it is often known only now. */
export const closeRound = (work: Work, { roundId, limitations }: { readonly roundId: string; readonly limitations?: string | undefined }): Promise<void> =>
  roundTo(
    work,
    roundId,
    { action: 'needs.closeRound' },
    (round) => {
      const next = closed(round, work.today);
      if (!next.ok) return next;
      const { limitations: before, ...rest } = next.value;
      const limits = limitations ?? before;
      return allowed({ ...rest, ...(limits === undefined || limits === '' ? {} : { limitations: limits }) });
    },
    async (round) => echoOf(work, round, await roundsOf(work, round.personId), round.conductedOn),
  );
