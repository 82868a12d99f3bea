import type { MovementKind } from '../../../../shared/domain/custody.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { withMovement } from '../../../../shared/domain/movement-rules.ts';
import { withDetails, type PersonDetails } from '../../../../shared/domain/person-details.ts';
import { agreeing, type Confirming } from './agreeing-dates.ts';
import { consequenceChanges } from './consequences.ts';
import { changed, existing, newId, orRefuse, save, type Work } from '../work.ts';

/**
 * Replaces a person's details. `_rev` is the revision they were read with.
 * @throws RefusedError as `withDetails` and `datesAgree`, notFound for an unknown case manager or deputy; VaultError CONFLICT when somebody changed them meanwhile
 */
export const setDetails = async (work: Work, { personId, _rev, details, despite }: Confirming & { readonly personId: string; readonly _rev: string; readonly details: PersonDetails }): Promise<void> => {
  const person = await existing(work, 'people', personId, 'person');
  for (const userId of [details.caseManagerId, details.deputyId]) if (userId !== undefined) await existing(work, 'office', userId, 'user');
  const next = orRefuse(withDetails(person, details, work.today));
  const confirmed = agreeing(work, person, next, { despite });
  await save(work, [{ op: 'put', collection: 'people', doc: changed(work, { ...next, _rev }) }], { action: 'people.setDetails', personId, details: confirmed });
};

export interface MovementInput extends Confirming {
  readonly personId: string;
  readonly kind: MovementKind;
  readonly on: CivilDate;
  readonly place?: string | undefined;
  readonly expectedReturn?: CivilDate | undefined;
  readonly source: string;
}

/** Records a movement, with what it does to the person's state and, for a transfer and the return from one, to their courses. Which one is not told to the audit trail: a hospital is a word about health. @throws RefusedError as `withMovement` and `datesAgree` */
export const move = async (work: Work, { personId, kind, on, place, expectedReturn, source, despite }: MovementInput): Promise<void> => {
  const person = await existing(work, 'people', personId, 'person');
  const movement = {
    id: newId(),
    kind,
    on,
    source,
    setBy: work.vault.user.id,
    ...(place === undefined ? {} : { place }),
    ...(expectedReturn === undefined ? {} : { expectedReturn }),
  };
  const next = { ...person, ...orRefuse(withMovement(person, movement, work.today)) };
  const confirmed = agreeing(work, person, next, { despite });
  const follows = kind === 'TRANSFER' || kind === 'TEMPORARY_TRANSFER' || kind === 'RETURN' ? await consequenceChanges(work, personId, kind, on) : [];
  await save(work, [{ op: 'put', collection: 'people', doc: changed(work, next) }, ...follows], { action: 'people.move', personId, details: confirmed });
};
