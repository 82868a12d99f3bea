import type { ColleagueView, UserView } from '../../../../shared/contract/users.ts';
import type { Absence, User } from '../../../../shared/domain/office.ts';
import { canStandIn, changesRoles, keptStanding, mayAdmit, mayBeAway, mayChange, mayDismiss, type Office, type Standing } from '../../../../shared/domain/user-rules.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, created, existing, newId, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { firstPassword } from './first-password.ts';

/** Everybody the office knows, dismissed ones included, by name. */
export const allUsers = async (work: Work): Promise<Stored<User>[]> =>
  (await find(work.vault, 'office', 'user', { selector: {} })).toSorted((a, b) => a.name.localeCompare(b.name));

const officeOf = (work: Work, users: readonly User[]): Office => ({
  kind: work.vault.info.kind,
  today: work.today,
  actorId: work.vault.user.id,
  actorHoldsCases: work.vault.user.holdsCaseKey,
  users,
});

const view = ({ id, name, roles, scope, units, absences, until, passwordGiven, dismissedOn }: User): UserView => ({
  id,
  name,
  roles,
  ...(scope === undefined ? {} : { scope }),
  ...(units === undefined ? {} : { units }),
  ...(absences === undefined ? {} : { absences }),
  ...(until === undefined ? {} : { until }),
  ...(passwordGiven === undefined ? {} : { passwordGiven }),
  ...(dismissedOn === undefined ? {} : { dismissedOn }),
});

/** Everybody who may log in and those dismissed. */
export const listUsers = async (work: Work): Promise<UserView[]> => (await allUsers(work)).map(view);

/** The one who is unlocked, as the office knows them. */
export const ownUser = async (work: Work): Promise<UserView> => view(await existing(work, 'office', work.vault.user.id, 'user'));

/** Active colleagues by name, to choose one of. */
export const colleagues = async (work: Work): Promise<ColleagueView[]> =>
  (await allUsers(work))
    .filter(({ dismissedOn }) => dismissedOn === undefined)
    .map((user) => ({ id: user.id, name: user.name, roles: user.roles, standsIn: canStandIn(user) }));

export type NewColleague = Standing & { readonly name: string };

/**
 * Admits a colleague with this password: keyring first, then their document in the same act. An interruption between the
 * two is mended at the next unlock (`mend.ts`).
 * @throws RefusedError of `mayAdmit`; VaultError NOT_ENTITLED, DISK_FULL, READ_ONLY
 */
export const admit = async (work: Work, { name, ...standing }: NewColleague, password: string, given: boolean): Promise<string> => {
  orRefuse(mayAdmit(name, standing, officeOf(work, await allUsers(work))));
  const kept = keptStanding(standing);
  const doc: User = { ...created(work, newId()), type: 'user', name, ...kept, ...(given ? { passwordGiven: true as const } : {}) };
  await work.vault.addUser({ id: doc.id, name, roles: doc.roles, password }, { action: 'users.add', details: { user: doc.id, roles: doc.roles.join(' ') } }, [
    { op: 'put', collection: 'office', doc },
  ]);
  return doc.id;
};

/** Admits a colleague; the first password is answered once and has to be replaced at the first unlock. */
export const addUser = async (work: Work, input: NewColleague): Promise<{ userId: string; password: string }> => {
  const password = firstPassword();
  return { userId: await admit(work, input, password, true), password };
};

/** Other roles, cases and last day. Keys change hands only where the roles do. @throws RefusedError of `mayChange` */
export const changeUser = async (work: Work, { userId, ...standing }: Standing & { readonly userId: string }): Promise<void> => {
  const users = await allUsers(work);
  const target = users.find(({ id }) => id === userId);
  if (target === undefined) throw new RefusedError({ code: 'notFound', params: { type: 'user' } });
  orRefuse(mayChange(target, standing, officeOf(work, users)));
  const { roles: _roles, scope: _scope, units: _units, until: _until, ...rest } = target;
  const kept = keptStanding(standing);
  const change = { op: 'put' as const, collection: 'office' as const, doc: changed(work, { ...rest, ...kept }) };
  const audit = { action: 'users.change', details: { user: userId, roles: kept.roles.join(' '), scope: kept.scope ?? 'FACILITY', ...(kept.until === undefined ? {} : { until: kept.until }) } };
  await (changesRoles(target, standing) ? work.vault.assignRoles(userId, kept.roles, audit, [change]) : save(work, [change], audit));
};

/** The days somebody is away, with who stands in; replaces those before. @throws RefusedError of `mayBeAway` */
export const setAbsences = async (work: Work, userId: string, absences: readonly Absence[]): Promise<void> => {
  const users = await allUsers(work);
  const target = users.find(({ id }) => id === userId);
  if (target === undefined) throw new RefusedError({ code: 'notFound', params: { type: 'user' } });
  orRefuse(mayBeAway(target, absences, officeOf(work, users)));
  const { absences: _before, ...rest } = target;
  const doc: User = { ...rest, ...(absences.length === 0 ? {} : { absences: absences.toSorted((a, b) => (a.from < b.from ? -1 : 1)) }) };
  await save(work, [{ op: 'put', collection: 'office', doc: changed(work, doc) }], { action: 'users.setAbsences', details: { user: userId, absences: absences.length, deputies: [...new Set(absences.map(({ deputyId }) => deputyId))].join(' ') } });
};

/** Dismisses a colleague: they cannot unlock, and every key they held is replaced. @throws RefusedError of `mayDismiss` */
export const dismissUser = async (work: Work, userId: string): Promise<void> => {
  const users = await allUsers(work);
  const target = users.find(({ id }) => id === userId);
  if (target === undefined) throw new RefusedError({ code: 'notFound', params: { type: 'user' } });
  orRefuse(mayDismiss(target, officeOf(work, users)));
  await work.vault.dismissUser(userId, { action: 'users.dismiss', details: { user: userId } }, [
    { op: 'put', collection: 'office', doc: changed(work, { ...target, dismissedOn: work.today }) },
  ]);
};
