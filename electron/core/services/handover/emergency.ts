import type { Emergency, EmergencyWhy, Handover } from '../../../../shared/domain/handover.ts';
import { countersigned, mayBeAlone, signedAlone } from '../../../../shared/domain/handover-life.ts';
import { mayBePrepared } from '../../../../shared/domain/person-machine.ts';
import { maySignFor } from '../../../../shared/domain/profile.ts';
import { releaseDay } from '../../../../shared/domain/road-dates.ts';
import { profiles } from '../../../../shared/profiles/index.ts';
import { changed, existing, orRefuse, save, signedBy, type Work } from '../work.ts';
import { caseAfter } from './copy.ts';

const actorOf = ({ vault, now, today }: Work) => ({ id: vault.user.id, now, today });

/** What one signer signs in an emergency: this content, to this recipient, and why alone. */
export const emergencyStatement = (handover: Handover, { why, words }: Pick<Emergency, 'why' | 'words'>) => ({
  act: 'handover.authoriseAlone',
  handoverId: handover.id,
  recipientServiceId: handover.recipientServiceId,
  caseHash: handover.caseHash,
  why,
  words,
});

/** What the second person signs afterwards: the same content in this envelope. */
export const countersignStatement = (handover: Handover) => ({
  act: 'handover.counterSign',
  handoverId: handover.id,
  recipientServiceId: handover.recipientServiceId,
  caseHash: handover.caseHash,
  envelopeId: handover.envelope?.id ?? '',
});

/**
 * The documented emergency, the only way past the second person: whoever may seal signs alone, and somebody else signs, or
 * refuses, within 72 hours. The audit trail says so.
 * @throws RefusedError handover.noEmergency, handover.directorNeeded, person.deceased, person.escaped, machine.handover, clock.setBack
 */
export const authoriseAlone = async (work: Work, { handoverId, ...emergency }: { readonly handoverId: string; readonly why: EmergencyWhy; readonly words: string }): Promise<void> => {
  const handover = await existing(work, 'handovers', handoverId, 'handover');
  const person = await existing(work, 'people', handover.personId, 'person');
  orRefuse(mayBePrepared(person));
  orRefuse(maySignFor(profiles.of(handover.profile) ?? {}, work.vault.user.roles));
  orRefuse(mayBeAlone(emergency.why, releaseDay(person)?.date, work.today));
  const next = orRefuse(signedAlone(handover, emergency, actorOf(work)));
  const authorisation = { by: work.vault.user.id, at: work.now, signature: signedBy(work, emergencyStatement(handover, emergency)) };
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, { ...next, _rev: handover._rev, authorisation }) }], {
    action: 'handover.authoriseAlone',
    personId: handover.personId,
    details: { handover: handoverId, why: emergency.why },
  });
};

/**
 * The second signature of an emergency. Refused, the envelope is revoked, and its notice has to be written.
 * @throws RefusedError handover.notAwaited, handover.secondPersonNeeded, machine.handover, clock.setBack
 */
export const counterSign = async (work: Work, handoverId: string, given: boolean): Promise<void> => {
  const handover = await existing(work, 'handovers', handoverId, 'handover');
  if (given) orRefuse(maySignFor(profiles.of(handover.profile) ?? {}, work.vault.user.roles));
  const next = orRefuse(countersigned(handover, given ? signedBy(work, countersignStatement(handover)) : undefined, actorOf(work)));
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, { ...next, _rev: handover._rev }) }, ...(await caseAfter(work, next))], {
    action: given ? 'handover.counterSign' : 'handover.refuseSignature',
    personId: handover.personId,
    details: { handover: handoverId },
  });
};
