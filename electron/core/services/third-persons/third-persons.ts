import type { ThirdPerson, ThirdPersonDetails } from '../../../../shared/domain/third-person.ts';
import { answered, detailsChanged, type ThirdPersonAct } from '../../../../shared/domain/third-person-rules.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, created, existing, orRefuse, save, type Work } from '../work.ts';

/** Other people kept because of somebody, oldest first, without those no longer needed. */
export const thirdPersonsOf = async (work: Work, personId: string): Promise<Stored<ThirdPerson>[]> =>
  (await find(work.vault, 'consents', 'thirdPerson', { selector: { personId }, sort: [{ id: 'asc' }] })).filter(({ ended }) => ended === undefined);

type Typed = { readonly [K in keyof ThirdPersonDetails]: ThirdPersonDetails[K] | (undefined extends ThirdPersonDetails[K] ? undefined : never) };

const detailsOf = ({ kind, name, relation, phone }: Typed): ThirdPersonDetails => ({ kind, name, ...(relation === undefined ? {} : { relation }), ...(phone === undefined ? {} : { phone }) });

/** Writes down who it is; they were not asked yet. The trail has the kind, never the name. @throws RefusedError notFound */
export const addThirdPerson = async (work: Work, personId: string, details: Typed): Promise<{ thirdPersonId: string }> => {
  await existing(work, 'people', personId, 'person');
  const doc: ThirdPerson = { ...created(work), type: 'thirdPerson', personId, ...detailsOf(details), answers: [] };
  await save(work, [{ op: 'put', collection: 'consents', doc }], { action: 'thirdPersons.add', personId, details: { kind: doc.kind } });
  return { thirdPersonId: doc.id };
};

/** Puts right who it is. @throws RefusedError thirdPerson.ended, VaultError CONFLICT */
export const changeThirdPerson = async (work: Work, thirdPersonId: string, _rev: string, details: Typed): Promise<void> => {
  const third = await existing(work, 'consents', thirdPersonId, 'thirdPerson');
  const next = orRefuse(detailsChanged(third, detailsOf(details)));
  await save(work, [{ op: 'put', collection: 'consents', doc: changed(work, { ...next, _rev }) }], { action: 'thirdPersons.change', personId: third.personId, details: { kind: next.kind } });
};

/** Records their own answer. The trail does not say which: a relative's no is nobody else's business (corrections D5). @throws RefusedError thirdPerson.… */
export const answerThirdPerson = async (work: Work, thirdPersonId: string, act: ThirdPersonAct): Promise<void> => {
  const third = await existing(work, 'consents', thirdPersonId, 'thirdPerson');
  const next = orRefuse(answered(third, act, work.vault.user.id, work.today));
  await save(work, [{ op: 'put', collection: 'consents', doc: changed(work, next) }], { action: 'thirdPersons.answer', personId: third.personId, details: { kind: third.kind } });
};

/** Takes somebody off: named nowhere from now on. @throws RefusedError thirdPerson.ended */
export const endThirdPerson = async (work: Work, thirdPersonId: string): Promise<void> => {
  const third = await existing(work, 'consents', thirdPersonId, 'thirdPerson');
  orRefuse(detailsChanged(third, detailsOf(third)));
  await save(work, [{ op: 'put', collection: 'consents', doc: changed(work, { ...third, ended: { on: work.today, by: work.vault.user.id } }) }], { action: 'thirdPersons.end', personId: third.personId, details: { kind: third.kind } });
};
