import type { CivilDate } from '../../../../shared/domain/dates.ts';
import type { Basis, Language, RestrictionDecision, Statement } from '../../../../shared/domain/base.ts';
import type { NeedAnswer, NeedDomain, NeedItem, OwnView, Round, RoundSkipReason, Source } from '../../../../shared/domain/needs.ts';
import { allowed, type Outcome } from '../../../../shared/domain/outcome.ts';
import { mayBePrepared } from '../../../../shared/domain/person-machine.ts';
import { closed, confirmed, corrected, disputed, mayBeConducted, nothingAsked, restricted, restrictionDecided, skippedRound, withAnswer, withItem } from '../../../../shared/domain/round-rules.ts';
import { needsForms } from '../../../../shared/forms/index.ts';
import type { AuditEvent, Change, Stored } from '../../vault/types.ts';
import { typedFrom } from '../papers/scan-sets.ts';
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
  /** the colleague who asked; without one who types it in */
  readonly conductedBy?: string | undefined;
  /** who asked, where it was nobody who works with this program */
  readonly asker?: string | undefined;
  readonly sources: Round['sources'];
  readonly limitations?: string | undefined;
  /** a page of the signed paper it is typed from */
  readonly fromPaper?: string | undefined;
}

const newRound = async (work: Work, { conductedBy, asker, limitations, fromPaper: _page, ...input }: NewRound): Promise<Round> => {
  orRefuse(mayBePrepared(await existing(work, 'people', input.personId, 'person')));
  orRefuse(mayBeConducted(input.conductedOn, work.today));
  if (conductedBy !== undefined) await existing(work, 'office', conductedBy, 'user');
  return {
    ...created(work),
    type: 'round',
    ...input,
    ...(limitations === undefined ? {} : { limitations }),
    ...(asker === undefined ? {} : { asker }),
    conductedBy: conductedBy ?? work.vault.user.id,
    keyedBy: work.vault.user.id,
    keyedOn: work.today,
    formVersion: needsForms.short(work.today).version,
    domains: nothingAsked(),
  };
};

/** Opens a round in which nothing was asked yet. Who asked and who types it in may be two, on two days. */
export const openRound = async (work: Work, input: NewRound): Promise<{ roundId: string }> => {
  const paper = await typedFrom(work, input.personId, input.fromPaper, ['NEEDS_SHORT', 'NEEDS_LONG']);
  const round = { ...(await newRound(work, input)), ...paper.from };
  await save(work, [{ op: 'put', collection: 'assessments', doc: round }, ...paper.changes], { action: 'needs.openRound', personId: round.personId });
  return { roundId: round.id };
};

export interface SkippedRound extends Pick<NewRound, 'personId' | 'kind'> {
  readonly on: CivilDate;
  readonly reason: RoundSkipReason;
  readonly words?: string | undefined;
}

/** Records that a round was not asked, and why; the needs found so far stay as they are. */
export const skipRound = async (work: Work, { personId, kind, on, reason, words }: SkippedRound): Promise<{ roundId: string }> => {
  const round = skippedRound(await newRound(work, { personId, kind, conductedOn: on, sources: [] }), { reason, ...(words === undefined ? {} : { words }) }, work.today);
  await save(work, [{ op: 'put', collection: 'assessments', doc: round }], { action: 'needs.skipRound', personId });
  return { roundId: round.id };
};

interface Said {
  readonly text: string;
  readonly lang: Language;
  readonly basis: Basis;
}

/** A sentence as it is kept: said on the day of asking, written down by who is at the screen. */
const statementOf = (work: Work, said: Said, on: CivilDate): Statement => ({ ...said, id: newId(), on, by: work.vault.user.id });

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
  readonly strengthsBasis?: Basis | undefined;
  readonly own?: OwnView | undefined;
  readonly sources?: readonly Source[] | undefined;
}

/** Records what was answered in one domain. */
export const recordAnswer = (work: Work, { roundId, domain, answer, level, statement, strengths, strengthsBasis, own, sources }: Recorded): Promise<void> =>
  roundTo(work, roundId, { action: 'needs.record', details: { domain } }, (round) =>
    withAnswer(round, {
      domain,
      answer,
      ...(level === undefined ? {} : { level }),
      ...(strengths === undefined ? {} : { strengths }),
      ...(strengthsBasis === undefined ? {} : { strengthsBasis }),
      ...(own === undefined ? {} : { own }),
      ...(sources === undefined ? {} : { sources }),
      ...(statement === undefined ? {} : { statement: statementOf(work, statement, round.conductedOn) }),
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

export interface CorrectedAnswer extends Omit<Recorded, 'strengths' | 'strengthsBasis' | 'own' | 'sources'> {
  readonly statement: Said;
  readonly reason: string;
}

/** Puts an answer of a closed round right, with a reason. */
export const correctAnswer = (work: Work, { roundId, domain, answer, level, statement, reason }: CorrectedAnswer): Promise<void> =>
  roundTo(
    work,
    roundId,
    { action: 'needs.correct', details: { domain } },
    (round) => corrected(round, { domain, answer, ...(level === undefined ? {} : { level }), statement: statementOf(work, statement, work.today), reason, by: work.vault.user.id, on: work.today }),
    async (round) => echoOf(work, round, await roundsOf(work, round.personId), work.today, domain),
  );

/** Applies a rule about one statement to every round that has it: a domain confirmed "as last time" carries its statements on. */
const statementTo = (work: Work, roundId: string, statementId: string, action: string, rule: (round: Round) => Outcome<Round>): Promise<void> =>
  roundTo(work, roundId, { action }, rule, async (next) => {
    const others = (await roundsOf(work, next.personId)).filter((round) => round.id !== next.id && round.domains.some(({ statements }) => statements.some(({ id }) => id === statementId)));
    return others.map((round) => ({ op: 'put' as const, collection: 'assessments' as const, doc: changed(work, { ...orRefuse(rule(round)), _rev: round._rev }) }));
  });

/** Records that the person disagrees with a statement, in their words, or takes a wrong record of it back. */
export const disputeStatement = (work: Work, { roundId, statementId, text }: { readonly roundId: string; readonly statementId: string; readonly text?: string | undefined }): Promise<void> =>
  statementTo(work, roundId, statementId, text === undefined ? 'needs.undispute' : 'needs.dispute', (round) => disputed(round, statementId, text === undefined ? undefined : { text, on: work.today }));

export interface RestrictionRequest {
  readonly roundId: string;
  readonly statementId: string;
  readonly reason: string;
}

/** Restricts a statement: it is not used and not passed on until it is decided, wherever it was confirmed. */
export const restrictStatement = (work: Work, { roundId, statementId, reason }: RestrictionRequest): Promise<void> =>
  statementTo(work, roundId, statementId, 'needs.restrict', (round) => restricted(round, statementId, { reason, on: work.today, by: work.vault.user.id }));

/** Decides such a request, with its reason. */
export const decideRestriction = (work: Work, { roundId, statementId, decision, reason }: RestrictionRequest & { readonly decision: RestrictionDecision }): Promise<void> =>
  statementTo(work, roundId, statementId, 'needs.decideRestriction', (round) => restrictionDecided(round, statementId, { decision, reason, on: work.today, by: work.vault.user.id }));

/** Closes a round: its answers stay as they were given, and what it found becomes needs. What limited it is often known only now. */
export const closeRound = (work: Work, { roundId, limitations, helps }: { readonly roundId: string; readonly limitations?: string | undefined; readonly helps?: string | undefined }): Promise<void> =>
  roundTo(
    work,
    roundId,
    { action: 'needs.closeRound' },
    (round) => {
      const next = closed(round, work.today);
      if (!next.ok) return next;
      const { limitations: limitsBefore, helps: helpsBefore, ...rest } = next.value;
      const limits = limitations ?? limitsBefore;
      const help = helps ?? helpsBefore;
      return allowed({ ...rest, ...(limits === undefined || limits === '' ? {} : { limitations: limits }), ...(help === undefined || help === '' ? {} : { helps: help }) });
    },
    async (round) => echoOf(work, round, await roundsOf(work, round.personId), round.conductedOn),
  );
