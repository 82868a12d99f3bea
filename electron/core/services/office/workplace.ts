import { rm } from 'node:fs/promises';
import type { CreateWorkplace } from '../../../../shared/contract/session.ts';
import type { Service, Settings, User } from '../../../../shared/domain/office.ts';
import { keysOf } from '../../../../shared/domain/roles.ts';
import { aloneRoles, foundersRoles, rolesIn } from '../../../../shared/domain/user-rules.ts';
import { addMonths } from '../../../../shared/domain/dates.ts';
import { may } from '../../../../shared/domain/permissions.ts';
import { jurisdictions } from '../../../../shared/jurisdictions/index.ts';
import { buildCard } from '../../envelope/card.ts';
import { newHybridKeys, newServiceKeys, type ServiceKeys } from '../../envelope/service-keys.ts';
import type { CreateVault, NewUser, Vault } from '../../vault/types.ts';
import { refuseWeak } from './weak-password.ts';
import { created, newId, RefusedError, save, workIn, type Work } from '../work.ts';

/** A card holds for five years; a new one is exchanged before. */
export const CARD_MONTHS = 60;

/** What this version reads, told on the card so that senders seal the highest common version. */
export const readableVersions = { case: 1, transfer: 1, receipt: 1 } as const;

/** @throws RefusedError when the two could not work together: nobody would hold the cases, or nobody could approve */
const checkUsers = async (input: CreateWorkplace): Promise<void> => {
  const [first, second] = input.users;
  if (first !== undefined && second !== undefined && first.name.localeCompare(second.name, undefined, { sensitivity: 'base' }) === 0) {
    throw new RefusedError({ code: 'users.sameName' });
  }
  if (input.users.some(({ role }) => aloneRoles.includes(role) || !rolesIn[input.kind].includes(role))) throw new RefusedError({ code: 'users.founderRole' });
  if (!input.users.some((user) => keysOf([user.role]).includes('case'))) throw new RefusedError({ code: 'users.nobodyForCases' });
  const needed = input.kind === 'prison' ? ('plan.approve' as const) : ('import.decide' as const);
  if (!input.users.some((user) => may([user.role], needed))) throw new RefusedError({ code: `users.nobodyMay.${needed}` });
  for (const user of input.users) await refuseWeak(user.password, [user.name, input.serviceName]);
};

export type VaultMaker = (options: CreateVault) => Promise<{ readonly vault: Vault; readonly recoveryCode: string }>;

/**
 * First run: keys of the service, the vault, its users, its card and settings. The vault stays open for the first user.
 * @throws RefusedError for users that could not work together or weak passwords; nothing was created then
 */
export const createWorkplace = async (
  dir: string,
  demo: boolean,
  input: CreateWorkplace,
  clock: () => number,
  makeVault: VaultMaker,
): Promise<{ vault: Vault; recoveryCode: string }> => {
  await checkUsers(input);
  const keys = await newServiceKeys();
  // the age of Debian 12 opens no hybrid envelope: what a demonstration seals has to be opened with it by whoever looks in
  const hybrid = demo ? undefined : await newHybridKeys();
  const roles = foundersRoles(input.users.map(({ role }) => role));
  const users: NewUser[] = input.users.map((user, at) => ({ id: newId(), name: user.name, roles: roles[at] ?? [user.role], password: user.password }));
  const made = await makeVault({
    dir,
    demo,
    kind: input.kind,
    serviceName: input.serviceName,
    timeZone: input.timeZone,
    users,
    secrets: { 'age-identity': Buffer.from([keys.ageIdentity, ...(hybrid === undefined ? [] : [hybrid.identity])].join('\n'), 'utf8'), 'signing-key': keys.signingKey, 'next-signing-key': keys.nextSigningKey },
    ...(demo ? { testKdf: true } : {}),
  });
  try {
    await furnish(workIn(made.vault, clock), input, { ...keys, hybridRecipient: hybrid?.recipient }, users, demo);
  } catch (error) {
    // a workplace without its card could never exchange anything; its recovery code was not shown to anybody
    await made.vault.close().catch(() => undefined);
    await rm(dir, { recursive: true, force: true });
    throw error;
  }
  return made;
};

/** Our own card, the settings and the users, in one commit. */
const furnish = async (work: Work, input: CreateWorkplace, keys: ServiceKeys & { readonly hybridRecipient: string | undefined }, users: readonly NewUser[], demo: boolean): Promise<void> => {
  const { today } = work;
  const serviceId = newId();
  const card = buildCard(
    {
      serviceId,
      kind: input.kind,
      name: input.serviceName,
      ...(input.address === undefined ? {} : { address: input.address }),
      ...(input.phone === undefined ? {} : { phone: input.phone }),
      ...(keys.hybridRecipient === undefined ? {} : { ageHybridRecipient: keys.hybridRecipient }),
      reads: { ...readableVersions },
      validFrom: today,
      validTo: addMonths(today, CARD_MONTHS),
      ...(demo ? { demo: true } : {}),
    },
    keys,
  );
  const service: Service = { ...created(work, serviceId), type: 'service', card, sequences: {} };
  const settings: Settings = {
    ...created(work),
    type: 'settings',
    defaultDocumentLanguage: input.documentLanguage,
    recoveryKept: '',
    jurisdiction: jurisdictions.firstChoiceFor(input.documentLanguage).code,
  };
  const userDocs = users.map((user): User => ({ ...created(work, user.id), type: 'user', name: user.name, roles: [...user.roles] }));
  await save(
    work,
    [service, settings, ...userDocs].map((doc) => ({ op: 'put' as const, collection: 'office' as const, doc })),
    { action: 'office.create', details: { users: users.length, kind: input.kind } },
  );
};
