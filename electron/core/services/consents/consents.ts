import type { Language } from '../../../../shared/domain/base.ts';
import type { ChoiceBy, Consent, ConsentDecision, ConsentPurpose, ExplainedHow } from '../../../../shared/domain/consents.ts';
import { mayRecord } from '../../../../shared/domain/consents-rules.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import type { Stored } from '../../vault/types.ts';
import { typedFrom } from '../papers/scan-sets.ts';
import { find } from '../query.ts';
import { created, existing, orRefuse, save, type Work } from '../work.ts';

/** A person's choices, newest first. */
export const consentsOf = (work: Work, personId: string): Promise<Stored<Consent>[]> =>
  find(work.vault, 'consents', 'consent', { selector: { personId }, sort: [{ 'ix.on': 'desc' }, { id: 'desc' }] });

export interface NewConsent {
  readonly personId: string;
  readonly purpose: ConsentPurpose;
  readonly decision: ConsentDecision;
  readonly on: CivilDate;
  readonly lang: Language;
  readonly explainedHow?: ExplainedHow | undefined;
  readonly givenBy?: ChoiceBy | undefined;
  readonly validTo?: CivilDate | undefined;
  readonly words?: string | undefined;
  /** a page of the signed paper it is typed from */
  readonly fromPaper?: string | undefined;
}

/** Records a choice that follows from where the question stands; earlier ones stay. A refusal needs no reason. */
export const recordConsent = async (work: Work, { explainedHow, givenBy, validTo, words, fromPaper, ...input }: NewConsent): Promise<{ consentId: string }> => {
  await existing(work, 'people', input.personId, 'person');
  orRefuse(mayRecord(await consentsOf(work, input.personId), { ...input, validTo }, work.today));
  const paper = await typedFrom(work, input.personId, fromPaper, ['CONSENTS']);
  const consent: Consent = {
    ...created(work),
    type: 'consent',
    ...input,
    ...(explainedHow === undefined ? {} : { explainedHow }),
    ...(givenBy === undefined ? {} : { givenBy }),
    ...(validTo === undefined ? {} : { validTo }),
    ...(words === undefined ? {} : { words }),
    ...paper.from,
    formVersion: 'choices-1',
    explainedBy: work.vault.user.id,
  };
  await save(work, [{ op: 'put', collection: 'consents', doc: consent }, ...paper.changes], {
    action: 'consents.record',
    personId: input.personId,
    details: { purpose: input.purpose },
  });
  return { consentId: consent.id };
};
