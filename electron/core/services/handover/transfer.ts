import { buildTransfer } from '../../../../shared/domain/build-transfer.ts';
import type { Language } from '../../../../shared/domain/base.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { mayMove } from '../../../../shared/domain/transfer-rules.ts';
import { replacedBy } from '../../../../shared/domain/handover-life.ts';
import { groundOpens, profileId, type Profile } from '../../../../shared/domain/profile.ts';
import { TRANSFER_VERSION, type Transfer, type TransferOrder } from '../../../../shared/domain/transfer.ts';
import { profiles } from '../../../../shared/profiles/index.ts';
import { canonicalHash } from '../../canonical.ts';
import { commonVersion } from '../../envelope/card.ts';
import { consentsOf } from '../consents/consents.ts';
import { trustedContact } from '../contacts/contacts.ts';
import { ownService } from '../contacts/own.ts';
import { applicationsOf, appointmentsOf, departureOf } from '../first-days/facts.ts';
import { coursesOf } from '../learning/learning.ts';
import { roundsOf } from '../needs/needs.ts';
import { plansOf } from '../plans/plans.ts';
import { find } from '../query.ts';
import { listsOf } from '../release/checklist.ts';
import { obligationsOf, roadOf } from '../release/road.ts';
import { thirdPersonsOf } from '../third-persons/third-persons.ts';
import { existing, orRefuse, RefusedError, type Work } from '../work.ts';
import { handoversOf, prepared, takenUp } from './handover.ts';

export interface TransferRequest {
  readonly personId: string;
  readonly recipientServiceId: string;
  /** number and day of the order by which somebody is moved */
  readonly order: TransferOrder;
  /** "data as of"; today unless an earlier preview is compared */
  readonly dataAsOf?: CivilDate;
}

/** What leaves by a transfer, and what never does: the profile for another prison. */
const profileOf = (): Profile => {
  const profile = profiles.of('prison');
  if (profile === undefined) throw new RefusedError({ code: 'handover.notToThem' });
  orRefuse(groundOpens(profile, 'TRANSFER'));
  return profile;
};

/** The prison it goes to. @throws RefusedError contact.…, handover.notToThem, transfer.cannotRead */
const recipientOf = async (work: Work, serviceId: string) => {
  const [own, { card, practice }] = await Promise.all([ownService(work), trustedContact(work, serviceId)]);
  if (own.card.kind !== 'prison' || card.kind !== 'prison' || practice === true) throw new RefusedError({ code: 'handover.notToThem' });
  // their program is older than transfers: a newer card says when it no longer is
  if (commonVersion(card, 'transfer', TRANSFER_VERSION) === undefined) throw new RefusedError({ code: 'transfer.cannotRead' });
  return { own: own.card, card };
};

/**
 * The whole case and its history as the other prison will see it, built from what the vault holds now.
 * @throws RefusedError transfer.notHere, transfer.orderInFuture, transfer.cannotRead, handover.notToThem, contact.…
 */
export const transferFor = async (work: Work, { personId, recipientServiceId, order, dataAsOf = work.today }: TransferRequest): Promise<Transfer> => {
  const person = await existing(work, 'people', personId, 'person');
  orRefuse(mayMove(person, order, work.today));
  const { own, card } = await recipientOf(work, recipientServiceId);
  const [rounds, needs, plans, courses, road, obligations, appointments, applications, lists, departure, consents, others, received] = await Promise.all([
    roundsOf(work, personId),
    find(work.vault, 'assessments', 'need', { selector: { personId }, sort: [{ id: 'asc' }] }),
    plansOf(work, personId),
    coursesOf(work, personId),
    roadOf(work, personId),
    obligationsOf(work, personId),
    appointmentsOf(work, personId),
    applicationsOf(work, personId),
    listsOf(work, personId),
    departureOf(work, personId),
    consentsOf(work, personId),
    thirdPersonsOf(work, personId),
    find(work.vault, 'release', 'receivedCourse', { selector: { personId }, sort: [{ id: 'asc' }] }),
  ]);
  return buildTransfer(
    {
      today: dataAsOf,
      sender: { serviceId: own.serviceId, name: own.name, ...(own.phone === undefined ? {} : { phone: own.phone }) },
      recipient: { serviceId: card.serviceId, name: card.name },
      order,
      person,
      rounds,
      needs,
      plans,
      courses,
      road,
      obligations,
      appointments,
      applications,
      lists,
      departure,
      consents,
      others,
      received,
    },
    profileOf(),
  );
};

/** What the other prison would see, and the hash that confirms having read it. */
export const previewTransfer = async (work: Work, request: TransferRequest): Promise<{ transfer: Transfer; caseHash: string }> => {
  const transfer = await transferFor(work, request);
  await work.vault.commit([], { action: 'handover.previewTransfer', personId: request.personId });
  return { transfer, caseHash: canonicalHash(transfer) };
};

export interface TransferPreparation extends TransferRequest {
  /** of the covering letter and the slip */
  readonly documentLanguage: Language;
  readonly registrationNumberOut?: string | undefined;
  /** the hash of the preview that was read */
  readonly confirmedCaseHash: string;
}

/**
 * Prepares a transfer: the preview was read and is kept exactly as it was. From here on it is a hand-over like any other: a
 * second person or the documented emergency, sealed, carried, answered. The ground is the order.
 * @throws RefusedError handover.contentChanged; as `transferFor`
 */
export const prepareTransfer = async (work: Work, input: TransferPreparation): Promise<{ handoverId: string }> => {
  const { personId, recipientServiceId, order } = input;
  const transfer = await transferFor(work, { personId, recipientServiceId, order });
  const all = await handoversOf(work, personId);
  const replaced = replacedBy(all, recipientServiceId);
  return prepared(
    work,
    { ...input, mandate: { kind: 'TRANSFER', ...order }, profile: profileId(profileOf()) },
    transfer,
    takenUp(all, recipientServiceId),
    replaced?.envelope === undefined ? {} : { supersedes: { handoverId: replaced.id, envelopeId: replaced.envelope.id } },
  );
};
