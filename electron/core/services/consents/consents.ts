import type { Language } from '../../../../shared/domain/base.ts';
import type { Consent, ConsentDecision, ConsentPurpose } from '../../../../shared/domain/consents.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { created, existing, save, type Work } from '../work.ts';

/** A person's choices, newest first. */
export const consentsOf = (work: Work, personId: string): Promise<Stored<Consent>[]> =>
  find(work.vault, 'consents', 'consent', { selector: { personId }, sort: [{ 'ix.on': 'desc' }, { id: 'desc' }] });

export interface NewConsent {
  readonly personId: string;
  readonly purpose: ConsentPurpose;
  readonly decision: ConsentDecision;
  readonly on: CivilDate;
  readonly lang: Language;
}

/** Records a choice; earlier ones stay. A refusal needs no reason. */
export const recordConsent = async (work: Work, input: NewConsent): Promise<{ consentId: string }> => {
  await existing(work, 'people', input.personId, 'person');
  const consent: Consent = {
    ...created(work),
    type: 'consent',
    ...input,
    formVersion: 'choices-1',
    explainedBy: work.vault.user.id,
  };
  await save(work, [{ op: 'put', collection: 'consents', doc: consent }], {
    action: 'consents.record',
    personId: input.personId,
    details: { purpose: input.purpose },
  });
  return { consentId: consent.id };
};
