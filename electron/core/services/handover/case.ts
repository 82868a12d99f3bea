import { buildCaseFile, type CaseParts } from '../../../../shared/domain/build-casefile.ts';
import type { CaseFile } from '../../../../shared/domain/casefile.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { mayGoTo, mayLeave, mayShare } from '../../../../shared/domain/handover-rules.ts';
import type { Mandate } from '../../../../shared/domain/mandate.ts';
import { mayBePrepared } from '../../../../shared/domain/person-machine.ts';
import { consentsOf } from '../consents/consents.ts';
import { trustedContact } from '../contacts/contacts.ts';
import { ownService } from '../contacts/own.ts';
import { coursesOf } from '../learning/learning.ts';
import { roundsOf } from '../needs/needs.ts';
import { planToTell, plansOf } from '../plans/plans.ts';
import { existing, orRefuse, RefusedError, type Work } from '../work.ts';

export interface CaseRequest {
  readonly personId: string;
  readonly recipientServiceId: string;
  readonly mandate: Mandate;
  readonly registrationNumberOut?: string | undefined;
  /** "data as of"; today unless an earlier preview is compared */
  readonly dataAsOf?: CivilDate;
}

/**
 * What of a person may be told of at all: the plan in force, the last closed round, courses, choices.
 * @throws RefusedError without a plan in force; person.deceased, person.escaped
 */
export const casePartsOf = async (work: Work, personId: string): Promise<CaseParts> => {
  const person = await existing(work, 'people', personId, 'person');
  orRefuse(mayBePrepared(person));
  const plan = planToTell(await plansOf(work, personId));
  orRefuse(mayLeave(plan?.progress));
  if (plan === undefined) throw new RefusedError({ code: 'handover.noPlanInForce' });
  const [rounds, courses, consents] = await Promise.all([roundsOf(work, personId), coursesOf(work, personId), consentsOf(work, personId)]);
  const round = rounds.find(({ closedOn, past }) => closedOn !== undefined && past !== true);
  return {
    today: work.today,
    person,
    ...(round === undefined ? {} : { round }),
    content: plan.content,
    progress: plan.progress,
    courses,
    consents,
  };
};

/**
 * The case file as the recipient will see it, built from what the vault holds now.
 * @throws RefusedError without a plan in force, for a recipient that is not trusted, or other than from a prison to a probation office
 */
export const caseFileFor = async (work: Work, request: CaseRequest): Promise<CaseFile> => {
  const contact = await trustedContact(work, request.recipientServiceId);
  orRefuse(mayGoTo(request.mandate, contact.practice === true));
  const own = await ownService(work);
  // the only profile there is says what a probation office may see
  if (own.card.kind !== 'prison' || contact.card.kind !== 'probation') throw new RefusedError({ code: 'handover.notToThem' });
  const caseFile = buildCaseFile({
    ...(await casePartsOf(work, request.personId)),
    ...(request.dataAsOf === undefined ? {} : { today: request.dataAsOf }),
    sender: { serviceId: own.card.serviceId, name: own.card.name, ...(own.card.phone === undefined ? {} : { phone: own.card.phone }) },
    recipient: { serviceId: contact.card.serviceId, name: contact.card.name },
    mandate: request.mandate,
    ...(request.registrationNumberOut === undefined ? {} : { registrationNumber: request.registrationNumberOut }),
  });
  orRefuse(mayShare(request.mandate, caseFile.choices));
  return caseFile;
};
