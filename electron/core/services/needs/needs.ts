import type { CivilDate } from '../../../../shared/domain/dates.ts';
import type { Basis, Language } from '../../../../shared/domain/base.ts';
import type { NeedAnswer, NeedDomain, Round } from '../../../../shared/domain/needs.ts';
import { closed, nothingAsked, ROUND_FORM, withAnswer } from '../../../../shared/domain/round-rules.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
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
  await existing(work, 'people', input.personId, 'person');
  const round: Round = {
    ...created(work),
    type: 'round',
    ...input,
    conductedBy: work.vault.user.id,
    formVersion: ROUND_FORM,
    domains: nothingAsked(),
  };
  await save(work, [{ op: 'put', collection: 'assessments', doc: round }], { action: 'needs.openRound', personId: round.personId });
  return { roundId: round.id };
};

export interface Recorded {
  readonly roundId: string;
  readonly domain: NeedDomain;
  readonly answer: NeedAnswer;
  readonly level?: number | undefined;
  readonly statement?: { readonly text: string; readonly lang: Language; readonly basis: Basis } | undefined;
  readonly strengths?: string | undefined;
}

/** Records what was answered in one domain. */
export const recordAnswer = async (work: Work, input: Recorded): Promise<void> => {
  const round = await existing(work, 'assessments', input.roundId, 'round');
  const next = orRefuse(
    withAnswer(round, {
      domain: input.domain,
      answer: input.answer,
      ...(input.level === undefined ? {} : { level: input.level }),
      ...(input.strengths === undefined ? {} : { strengths: input.strengths }),
      ...(input.statement === undefined
        ? {}
        : { statement: { ...input.statement, id: newId(), on: work.today, by: work.vault.user.id } }),
    }),
  );
  await save(work, [{ op: 'put', collection: 'assessments', doc: changed(work, { ...next, _rev: round._rev }) }], {
    action: 'needs.record',
    personId: round.personId,
    details: { domain: input.domain },
  });
};

/** Closes a round: its answers stay as they were given. What limited it is often known only now. */
export const closeRound = async (work: Work, { roundId, limitations }: { readonly roundId: string; readonly limitations?: string | undefined }): Promise<void> => {
  const round = await existing(work, 'assessments', roundId, 'round');
  const { limitations: before, ...rest } = orRefuse(closed(round, work.today));
  const limits = limitations ?? before;
  const next: Round = { ...rest, ...(limits === undefined || limits === '' ? {} : { limitations: limits }) };
  await save(work, [{ op: 'put', collection: 'assessments', doc: changed(work, { ...next, _rev: round._rev }) }], {
    action: 'needs.closeRound',
    personId: round.personId,
  });
};
