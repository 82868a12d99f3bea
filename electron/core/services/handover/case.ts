import type { RoadParts } from '../../../../shared/domain/build-case-road.ts';
import { buildCaseFile, type CaseParts } from '../../../../shared/domain/build-casefile.ts';
import type { CaseFile } from '../../../../shared/domain/casefile.ts';
import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { mayGoTo, mayLeave, mayRestOn, mayShare } from '../../../../shared/domain/handover-rules.ts';
import type { Mandate } from '../../../../shared/domain/mandate.ts';
import { mayBePrepared } from '../../../../shared/domain/person-machine.ts';
import { caseProfile, groundOpens, type Profile } from '../../../../shared/domain/profile.ts';
import { profiles } from '../../../../shared/profiles/index.ts';
import { consentsOf } from '../consents/consents.ts';
import { ownService } from '../contacts/own.ts';
import { recipientFor } from '../contacts/recipient.ts';
import { firstDaysSources } from '../first-days/facts.ts';
import { coursesOf } from '../learning/learning.ts';
import { roundsOf } from '../needs/needs.ts';
import { planToTell, plansOf } from '../plans/plans.ts';
import { listsOf } from '../release/checklist.ts';
import { obligationsOf, roadOf } from '../release/road.ts';
import { thirdPersonsOf } from '../third-persons/third-persons.ts';
import { existing, orRefuse, RefusedError, type Work } from '../work.ts';

export interface CaseRequest {
  readonly personId: string;
  readonly recipientServiceId: string;
  readonly mandate: Mandate;
  /** the recipient profile, with or without version; left out: the widest one for a recipient of that kind */
  readonly profile?: string | undefined;
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

/** The road to release as it was known on the day of the data. */
const roadPartsOf = async (work: Work, personId: string): Promise<RoadParts> => {
  const [{ facts, appointments, applications }, obligations, road, lists, others] = await Promise.all([firstDaysSources(work, personId), obligationsOf(work, personId), roadOf(work, personId), listsOf(work, personId), thirdPersonsOf(work, personId)]);
  return { obligations, road, lists, appointments, applications, firstDays: facts, others };
};

/** The profile by which a case may go there. @throws RefusedError handover.notToThem, contact.… */
export const profileFor = async (work: Work, { recipientServiceId, profile }: Pick<CaseRequest, 'recipientServiceId' | 'profile'>): Promise<Profile> => {
  const [own, contact] = await Promise.all([ownService(work), recipientFor(work, recipientServiceId)]);
  // another prison gets a transfer, and an office outside sends returns
  if (own.card.kind !== 'prison') throw new RefusedError({ code: 'handover.notToThem' });
  return orRefuse(caseProfile(profiles, contact.card.kind, profile));
};

/**
 * The case file as the recipient will see it, built from what the vault holds now.
 * @throws RefusedError without a plan in force, for a recipient that is not trusted, of a kind or on a ground that no profile lets through
 */
export const caseFileFor = async (work: Work, request: CaseRequest): Promise<CaseFile> => {
  const contact = await recipientFor(work, request.recipientServiceId);
  orRefuse(mayGoTo(request.mandate, contact.practice === true));
  orRefuse(mayRestOn(request.mandate, work.today));
  const own = await ownService(work);
  const profile = await profileFor(work, request);
  orRefuse(groundOpens(profile, request.mandate.kind));
  const then = request.dataAsOf === undefined ? work : { ...work, today: request.dataAsOf };
  const parts = await casePartsOf(then, request.personId);
  const caseFile = buildCaseFile({
    ...parts,
    road: await roadPartsOf(then, request.personId),
    sender: { serviceId: own.card.serviceId, name: own.card.name, ...(own.card.phone === undefined ? {} : { phone: own.card.phone }) },
    recipient: { serviceId: contact.card.serviceId, name: contact.card.name },
    mandate: request.mandate,
    ...(request.registrationNumberOut === undefined ? {} : { registrationNumber: request.registrationNumberOut }),
  }, profile);
  orRefuse(mayShare(request.mandate, caseFile.choices));
  return caseFile;
};
