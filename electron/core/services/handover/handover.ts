import type { Language } from '../../../../shared/domain/base.ts';
import type { CaseFile } from '../../../../shared/domain/casefile.ts';
import { PASSPHRASE } from '../../../../shared/domain/envelope.ts';
import type { Handover } from '../../../../shared/domain/handover.ts';
import { mayAuthorise, moved } from '../../../../shared/domain/handover-rules.ts';
import { mayBePrepared } from '../../../../shared/domain/person-machine.ts';
import { may } from '../../../../shared/domain/permissions.ts';
import { maySignFor, profileId } from '../../../../shared/domain/profile.ts';
import { profiles } from '../../../../shared/profiles/index.ts';
import { canonicalHash } from '../../canonical.ts';
import type { Stored } from '../../vault/types.ts';
import { recipientFor } from '../contacts/recipient.ts';
import { find } from '../query.ts';
import { bansFirst } from '../release/road.ts';
import { changed, created, existing, orRefuse, RefusedError, save, signedBy, type Work } from '../work.ts';
import { caseFileFor, profileFor, type CaseRequest } from './case.ts';

/** A person's hand-overs, newest first. */
export const handoversOf = (work: Work, personId: string): Promise<Stored<Handover>[]> =>
  find(work.vault, 'handovers', 'handover', { selector: { personId }, sort: [{ id: 'desc' }] });

/** What the recipient would see, and the hash that confirms having read it. */
export const preview = async (work: Work, request: CaseRequest): Promise<{ caseFile: CaseFile; caseHash: string }> => {
  const caseFile = await caseFileFor(work, request);
  await work.vault.commit([], { action: 'handover.preview', personId: request.personId });
  return { caseFile, caseHash: canonicalHash(caseFile) };
};

/** States in which nothing was sealed: preparing again changes the same hand-over. */
const notSealed: ReadonlySet<Handover['status']> = new Set(['DRAFT', 'CHECKED', 'AUTHORISED']);

export interface Preparation extends CaseRequest {
  readonly documentLanguage: Language;
  /** the hash of the preview that was read */
  readonly confirmedCaseHash: string;
}

/**
 * Prepares a hand-over: the preview was read and is kept exactly as it was. An earlier one to the same service that was
 * not sealed yet is taken up again, so that there is never a second one to authorise by mistake.
 * @throws RefusedError `handover.contentChanged` when the content is not the one that was read, `bans.notCompared` while an address
 *   or a step of the family was not compared with a prohibition of contact
 */
export const prepare = async (work: Work, input: Preparation): Promise<{ handoverId: string }> => {
  await bansFirst(work, input.personId);
  const caseFile = await caseFileFor(work, input);
  const caseHash = canonicalHash(caseFile);
  if (caseHash !== input.confirmedCaseHash) throw new RefusedError({ code: 'handover.contentChanged' });
  const before = (await handoversOf(work, input.personId)).find(
    (candidate) => notSealed.has(candidate.status) && candidate.recipientServiceId === input.recipientServiceId,
  );
  const back = before === undefined || before.status === 'DRAFT' ? before : { ...orRefuse(moved(before, 'change', work.now, work.vault.user.id)), _rev: before._rev };
  const recipient = await recipientFor(work, input.recipientServiceId);
  const { authorisation: _old, registrationNumberOut: _number, ...kept } = back ?? { authorisation: undefined, registrationNumberOut: undefined };
  const draft: Handover = {
    ...created(work),
    ...kept,
    type: 'handover',
    personId: input.personId,
    status: 'DRAFT',
    mandate: input.mandate,
    recipientServiceId: input.recipientServiceId,
    profile: profileId(await profileFor(work, input)),
    documentLanguage: input.documentLanguage,
    planContentId: caseFile.plan.contentId,
    caseFile,
    caseHash,
    preparedBy: work.vault.user.id,
    ...(recipient.age === PASSPHRASE ? { byPassphrase: true as const } : {}),
    ...(input.mandate.kind === 'PRACTICE' ? { practice: true as const } : {}),
    ...(input.registrationNumberOut === undefined ? {} : { registrationNumberOut: input.registrationNumberOut }),
    history: back?.history ?? [{ status: 'DRAFT', at: work.now, by: work.vault.user.id }],
  };
  const checked = orRefuse(moved(draft, 'check', work.now, work.vault.user.id));
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, checked) }], {
    action: 'handover.prepare',
    personId: input.personId,
    details: { handover: checked.id, recipient: input.recipientServiceId, mandate: input.mandate.kind, ...(input.registrationNumberOut === undefined ? {} : { numberOut: true }) },
  });
  return { handoverId: checked.id };
};

/** Those among us whose role lets them authorise, by name. */
export const authorisers = async (work: Work): Promise<{ id: string; name: string; director: boolean }[]> =>
  (await find(work.vault, 'office', 'user', { selector: {} }))
    .filter(({ roles, dismissedOn }) => dismissedOn === undefined && may(roles, 'handover.authorise'))
    .map(({ id, name, roles }) => ({ id, name, director: roles.includes('DIRECTOR') }))
    .toSorted((a, b) => a.name.localeCompare(b.name));

/** What the second person signs: this content, to this recipient. */
export const authorisationStatement = (handover: Handover) => ({
  act: 'handover.authorise',
  handoverId: handover.id,
  recipientServiceId: handover.recipientServiceId,
  caseHash: handover.caseHash,
});

/** Authorised by a second person, never by the one who prepared it. */
export const authorise = async (work: Work, handoverId: string): Promise<void> => {
  const handover = await existing(work, 'handovers', handoverId, 'handover');
  orRefuse(mayAuthorise(handover, work.vault.user.id));
  orRefuse(maySignFor(profiles.of(handover.profile) ?? {}, work.vault.user.roles));
  orRefuse(mayBePrepared(await existing(work, 'people', handover.personId, 'person')));
  const next = orRefuse(moved(handover, 'authorise', work.now, work.vault.user.id));
  await save(
    work,
    [
      {
        op: 'put',
        collection: 'handovers',
        doc: changed(work, {
          ...next,
          _rev: handover._rev,
          authorisation: { by: work.vault.user.id, at: work.now, signature: signedBy(work, authorisationStatement(handover)) },
        }),
      },
    ],
    { action: 'handover.authorise', personId: handover.personId, details: { handover: handoverId } },
  );
};
