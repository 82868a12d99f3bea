import type { Language } from '../../../../shared/domain/base.ts';
import type { CaseFile } from '../../../../shared/domain/casefile.ts';
import { PASSPHRASE } from '../../../../shared/domain/envelope.ts';
import type { Handover } from '../../../../shared/domain/handover.ts';
import { mayAuthorise, moved } from '../../../../shared/domain/handover-rules.ts';
import { replacedBy } from '../../../../shared/domain/handover-life.ts';
import { obligationsKnown } from '../../../../shared/domain/obligations.ts';
import { mayBePrepared } from '../../../../shared/domain/person-machine.ts';
import { may } from '../../../../shared/domain/permissions.ts';
import { maySignFor, profileId } from '../../../../shared/domain/profile.ts';
import { profiles } from '../../../../shared/profiles/index.ts';
import { canonicalHash } from '../../canonical.ts';
import type { Stored } from '../../vault/types.ts';
import { recipientFor } from '../contacts/recipient.ts';
import { find } from '../query.ts';
import { bansFirst, obligationsOf, roadOf } from '../release/road.ts';
import { changed, created, existing, orRefuse, RefusedError, save, signedBy, type Work } from '../work.ts';
import { caseFileFor, profileFor, type CaseRequest } from './case.ts';
import { supplementFor } from './supplement.ts';

/** A person's hand-overs, newest first. */
export const handoversOf = (work: Work, personId: string): Promise<Stored<Handover>[]> =>
  find(work.vault, 'handovers', 'handover', { selector: { personId }, sort: [{ id: 'desc' }] });

/** What the recipient would see, and the hash that confirms having read it. */
export const preview = async (work: Work, request: CaseRequest): Promise<{ caseFile: CaseFile; caseHash: string }> => {
  const caseFile = await caseFileFor(work, request);
  await work.vault.commit([], { action: 'handover.preview', personId: request.personId });
  return { caseFile, caseHash: canonicalHash(caseFile) };
};

/** States in which nothing is in use elsewhere: preparing again changes the same hand-over. What was not accepted is kept nowhere. */
const notSealed: ReadonlySet<Handover['status']> = new Set(['DRAFT', 'CHECKED', 'AUTHORISED', 'REJECTED']);

/** What left on one signature stays on its own page with what became of it: the next one is another hand-over. */
const mayBeTakenUp = ({ status, emergency }: Handover): boolean => notSealed.has(status) && (status !== 'REJECTED' || emergency === undefined);

/** The one to the same service that is prepared again. @param all of one person, newest first */
export const takenUp = <H extends Handover>(all: readonly H[], recipientServiceId: string): H | undefined =>
  all.find((one) => mayBeTakenUp(one) && one.supplements === undefined && one.recipientServiceId === recipientServiceId);

/** What is kept of any preparation. */
export interface Prepared extends Pick<Handover, 'personId' | 'recipientServiceId' | 'mandate' | 'documentLanguage' | 'profile'> {
  readonly registrationNumberOut?: string | undefined;
  /** the hash of the preview that was read */
  readonly confirmedCaseHash: string;
}

export interface Preparation extends CaseRequest {
  readonly documentLanguage: Language;
  /** the hash of the preview that was read */
  readonly confirmedCaseHash: string;
}

/** Obligations are written down, or somebody said that there are none; an exercise needs neither. @throws RefusedError handover.obligationsUnknown */
const obligationsFirst = async (work: Work, { personId, mandate }: Pick<CaseRequest, 'personId' | 'mandate'>): Promise<void> => {
  if (mandate.kind === 'PRACTICE') return;
  const [all, road] = await Promise.all([obligationsOf(work, personId), roadOf(work, personId)]);
  if (!obligationsKnown(all, road)) throw new RefusedError({ code: 'handover.obligationsUnknown' });
};

/** What of an earlier preparation, or of an envelope that was not accepted, says nothing of the new one. */
const keptOf = ({
  authorisation: _authorisation,
  registrationNumberOut: _number,
  emergency: _emergency,
  envelope: _envelope,
  reference: _reference,
  mediumChecks: _checks,
  custody: _custody,
  byPassphrase: _passphrase,
  expiresOn: _expires,
  supersedes: _supersedes,
  supplements: _supplements,
  receipt,
  ...kept
}: Stored<Handover>) => ({ ...kept, ...(receipt === undefined ? {} : { earlierReceipts: [...(kept.earlierReceipts ?? []), receipt].slice(-10) }) });

/**
 * Prepares a hand-over: the preview was read and is kept exactly as it was. An earlier one to the same service that was
 * not sealed yet, or not accepted, is taken up again, so that there is never a second one to authorise by mistake. One that may
 * be in use there is replaced by it when it is sealed: the duty to correct.
 * @throws RefusedError `handover.contentChanged` when the content is not the one that was read, `bans.notCompared` while an address
 *   or a step of the family was not compared with a prohibition of contact, `handover.obligationsUnknown`
 */
export const prepare = async (work: Work, input: Preparation): Promise<{ handoverId: string }> => {
  await bansFirst(work, input.personId);
  await obligationsFirst(work, input);
  const caseFile = await caseFileFor(work, input);
  const all = await handoversOf(work, input.personId);
  const replaced = input.mandate.kind === 'PRACTICE' ? undefined : replacedBy(all, input.recipientServiceId);
  const before = takenUp(all, input.recipientServiceId);
  return prepared(work, { ...input, profile: profileId(await profileFor(work, input)) }, caseFile, before, replaced?.envelope === undefined ? {} : { supersedes: { handoverId: replaced.id, envelopeId: replaced.envelope.id } });
};

/**
 * Last-day changes to what was sealed: read and kept like a hand-over of its own, which adds to the first one.
 * @throws RefusedError as `prepare`; handover.notToSupplement, handover.newPlan, handover.nothingChanged
 */
export const prepareSupplement = async (work: Work, input: Preparation & { readonly supplements: string }): Promise<{ handoverId: string }> => {
  await bansFirst(work, input.personId);
  await obligationsFirst(work, input);
  const { base, caseFile } = await supplementFor(work, input);
  const before = (await handoversOf(work, input.personId)).find((one) => mayBeTakenUp(one) && one.supplements?.handoverId === base.id);
  return prepared(work, { ...input, profile: profileId(await profileFor(work, { ...input, profile: base.profile })) }, caseFile, before, { supplements: { handoverId: base.id, envelope: { envelopeId: base.envelope.id, tagManifestSha256: base.envelope.tagManifestSha256 } } });
};

/**
 * Keeps what was read and confirmed: checked, and waiting for a second person.
 * @param before the one that is prepared again
 * @throws RefusedError handover.contentChanged
 */
export const prepared = async (
  work: Work,
  input: Prepared,
  caseFile: Handover['caseFile'],
  before: Stored<Handover> | undefined,
  link: Pick<Handover, 'supersedes' | 'supplements'>,
): Promise<{ handoverId: string }> => {
  const caseHash = canonicalHash(caseFile);
  if (caseHash !== input.confirmedCaseHash) throw new RefusedError({ code: 'handover.contentChanged' });
  const back = before === undefined || before.status === 'DRAFT' ? before : { ...orRefuse(moved(before, 'change', work.now, work.vault.user.id)), _rev: before._rev };
  const recipient = await recipientFor(work, input.recipientServiceId);
  const draft: Handover = {
    ...created(work),
    ...(back === undefined ? {} : keptOf(back)),
    type: 'handover',
    personId: input.personId,
    status: 'DRAFT',
    mandate: input.mandate,
    recipientServiceId: input.recipientServiceId,
    profile: input.profile,
    documentLanguage: input.documentLanguage,
    ...(caseFile.format === 'varco-case' ? { planContentId: caseFile.plan.contentId } : {}),
    caseFile,
    caseHash,
    preparedBy: work.vault.user.id,
    ...(recipient.age === PASSPHRASE ? { byPassphrase: true as const } : {}),
    ...link,
    ...(input.mandate.kind === 'PRACTICE' ? { practice: true as const } : {}),
    ...(input.registrationNumberOut === undefined ? {} : { registrationNumberOut: input.registrationNumberOut }),
    history: back?.history ?? [{ status: 'DRAFT', at: work.now, by: work.vault.user.id }],
  };
  const checked = orRefuse(moved(draft, 'check', work.now, work.vault.user.id));
  await save(work, [{ op: 'put', collection: 'handovers', doc: changed(work, checked) }], {
    action: 'handover.prepare',
    personId: input.personId,
    details: {
      handover: checked.id,
      recipient: input.recipientServiceId,
      mandate: input.mandate.kind,
      ...(input.registrationNumberOut === undefined ? {} : { numberOut: true }),
      ...(link.supersedes === undefined ? {} : { supersedes: link.supersedes.handoverId }),
      ...(link.supplements === undefined ? {} : { supplements: link.supplements.handoverId }),
    },
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
