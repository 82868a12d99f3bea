import { describe, expect, it } from 'vitest';
import { KeyClass } from '../../../../shared/domain/roles.ts';
import { extendChain, followChain, type Membership } from './chain.ts';
import { boxesFor, checkBoxes, makeGenerations, openClassKeys, type FreshKey } from './class-keys.ts';
import { newSecret, publicOf } from './curves.ts';
import { RECOVERY, ROOT, toBase64, type Box, type Deed, type Link, type Pledge } from './format.ts';
import { newIdentity, publicKeysOf, type Identity } from './identity.ts';
import { ownerOf } from './inspect.ts';
import { TEST_KDF } from './password.ts';
import { checkSlot, makePasswordSlot, makeRecoverySlot, openPasswordSlot, openRecoverySlot, signSlot } from './slot.ts';
import { must } from './test-vault.ts';

const VAULT = 'v';
const CHANGED = expect.objectContaining({ code: 'KEYRING_CHANGED' });
const pledgesOf = (fresh: readonly FreshKey[]): Pledge[] => fresh.map(({ pledge }) => pledge);

/** A keyring of three: an educator, a director, an administrator. Each lock is tried by itself, without those behind it. */
const found = () => {
  const ids: Record<'educator' | 'director' | 'admin' | 'recovery', Identity> = { educator: newIdentity(), director: newIdentity(), admin: newIdentity(), recovery: newIdentity() };
  const root = newSecret();
  const fresh = makeGenerations(VAULT, [], KeyClass.options);
  const members = (['educator', 'director', 'admin'] as const).map((id) => ({
    id,
    name: id,
    roles: [({ educator: 'EDUCATOR', director: 'DIRECTOR', admin: 'ADMIN' } as const)[id]],
    ...publicKeysOf(ids[id]),
  }));
  const deed: Deed = { kind: 'found', demo: true, members, recovery: publicKeysOf(ids.recovery), pledges: pledgesOf(fresh) };
  const chain = extendChain(VAULT, [], ROOT, root, deed);
  const rootKey = toBase64(publicOf('ed25519', root));
  const membership = followChain(VAULT, rootKey, chain);
  const next = (classes: readonly KeyClass[]): Pledge[] => pledgesOf(makeGenerations(VAULT, membership.pledges, classes));
  return { ids, root, rootKey, fresh, chain, membership, next };
};
type Founded = ReturnType<typeof found>;
const newcomer = (roles: ('TEACHER' | 'AUDITOR')[]) => ({ id: 'new', name: 'New', roles, ...publicKeysOf(newIdentity()) });

describe('the chain', () => {
  const good: readonly (readonly [string, keyof Founded['ids'], (v: Founded) => Deed])[] = [
    ['an educator admits a teacher', 'educator', () => ({ kind: 'admit', member: newcomer(['TEACHER']) })],
    ['an administrator admits an auditor', 'admin', () => ({ kind: 'admit', member: newcomer(['AUDITOR']) })],
    ['an administrator dismisses an educator', 'admin', ({ next }) => ({ kind: 'dismiss', userId: 'educator', pledges: next(KeyClass.options) })],
    ['an administrator makes an educator an auditor', 'admin', ({ next }) => ({ kind: 'assign', userId: 'educator', roles: ['AUDITOR'], pledges: next(['case']) })],
    ['an educator lets an administrator teach', 'educator', () => ({ kind: 'assign', userId: 'admin', roles: ['ADMIN', 'TEACHER'], pledges: [] })],
    ['the recovery code gives new keys', 'recovery', () => ({ kind: 'rekey', userId: 'educator', ...publicKeysOf(newIdentity()) })],
    ['a director replaces the recovery code', 'director', ({ next }) => ({ kind: 'recovery', ...publicKeysOf(newIdentity()), pledges: next(KeyClass.options) })],
  ];
  it.each(good)('holds: %s', (_, by, deedOf) => {
    const made = found();
    const chain = extendChain(VAULT, made.chain, by, made.ids[by].chain, deedOf(made));
    expect(followChain(VAULT, made.rootKey, chain)).not.toEqual(made.membership);
  });

  it.each(good)('breaks when another key signs it: %s', (_, by, deedOf) => {
    const made = found();
    const forged = by === 'director' ? made.ids.educator : made.ids.director;
    expect(() => followChain(VAULT, made.rootKey, extendChain(VAULT, made.chain, by, forged.chain, deedOf(made)))).toThrow(CHANGED);
    // the key that authorises is not the key that signs here
    expect(() => followChain(VAULT, made.rootKey, extendChain(VAULT, made.chain, by, made.ids[by].sign, deedOf(made)))).toThrow(CHANGED);
  });

  const bad: readonly (readonly [string, keyof Founded['ids'], (v: Founded) => Deed])[] = [
    ['an administrator admits a teacher, who holds more', 'admin', () => ({ kind: 'admit', member: newcomer(['TEACHER']) })],
    ['an id is used twice', 'educator', () => ({ kind: 'admit', member: { ...newcomer(['TEACHER']), id: 'director' } })],
    ['somebody dismisses themselves', 'admin', ({ next }) => ({ kind: 'dismiss', userId: 'admin', pledges: next(['office', 'audit']) })],
    ['somebody unknown is dismissed', 'admin', ({ next }) => ({ kind: 'dismiss', userId: 'nobody', pledges: next(['office', 'audit']) })],
    ['a dismissal leaves the case key as it was', 'admin', ({ next }) => ({ kind: 'dismiss', userId: 'educator', pledges: next(['office', 'audit']) })],
    ['a dismissal skips a generation', 'director', ({ next }) => ({ kind: 'dismiss', userId: 'admin', pledges: next(['office', 'audit']).map((one) => ({ ...one, generation: 3 })) })],
    ['somebody gives themselves other roles', 'educator', () => ({ kind: 'assign', userId: 'educator', roles: ['DIRECTOR'], pledges: [] })],
    ['an administrator makes themselves an educator', 'admin', () => ({ kind: 'assign', userId: 'admin', roles: ['EDUCATOR'], pledges: [] })],
    ['the case key is taken from somebody and left as it was', 'admin', () => ({ kind: 'assign', userId: 'educator', roles: ['AUDITOR'], pledges: [] })],
    ['a key is renewed that nobody lost', 'director', ({ next }) => ({ kind: 'assign', userId: 'educator', roles: ['TEACHER'], pledges: next(['case']) })],
    ['somebody unknown gets roles', 'admin', () => ({ kind: 'assign', userId: 'nobody', roles: ['AUDITOR'], pledges: [] })],
    ['a user takes over a colleague', 'director', () => ({ kind: 'rekey', userId: 'educator', ...publicKeysOf(newIdentity()) })],
    ['an administrator makes themselves a recovery code', 'admin', ({ next }) => ({ kind: 'recovery', ...publicKeysOf(newIdentity()), pledges: next(KeyClass.options) })],
    ['it is founded a second time', 'director', ({ membership, next }) => ({ kind: 'found', demo: true, members: [must(membership.standings.get('admin')).member], recovery: membership.recovery, pledges: next(KeyClass.options) })],
  ];
  it.each(bad)('breaks when %s', (_, by, deedOf) => {
    const made = found();
    expect(() => followChain(VAULT, made.rootKey, extendChain(VAULT, made.chain, by, made.ids[by].chain, deedOf(made)))).toThrow(CHANGED);
  });

  it.each([
    ['dismissed', (next: Pledge[]): Deed => ({ kind: 'dismiss', userId: 'director', pledges: next })],
    ['made an auditor', (next: Pledge[]): Deed => ({ kind: 'assign', userId: 'director', roles: ['AUDITOR'], pledges: next.filter((one) => one.class === 'case') })],
  ])('breaks when the last who holds the case key is %s', (_, deedOf) => {
    const made = found();
    const alone = extendChain(VAULT, made.chain, 'admin', made.ids.admin.chain, { kind: 'dismiss', userId: 'educator', pledges: made.next(KeyClass.options) });
    const { pledges } = followChain(VAULT, made.rootKey, alone);
    const last = extendChain(VAULT, alone, 'admin', made.ids.admin.chain, deedOf(pledgesOf(makeGenerations(VAULT, pledges, KeyClass.options))));
    expect(() => followChain(VAULT, made.rootKey, last)).toThrow(CHANGED);
  });

  it('breaks when an administrator gives a colleague the case key, which they do not hold', () => {
    const made = found();
    const auditor = extendChain(VAULT, made.chain, 'admin', made.ids.admin.chain, { kind: 'admit', member: newcomer(['AUDITOR']) });
    const deed: Deed = { kind: 'assign', userId: 'new', roles: ['TEACHER'], pledges: [] };
    expect(() => followChain(VAULT, made.rootKey, extendChain(VAULT, auditor, 'admin', made.ids.admin.chain, deed))).toThrow(CHANGED);
    expect(followChain(VAULT, made.rootKey, extendChain(VAULT, auditor, 'director', made.ids.director.chain, deed)).standings.get('new')?.member.roles).toEqual(['TEACHER']);
  });

  it('breaks when somebody dismissed goes on signing', () => {
    const made = found();
    const dismissed = extendChain(VAULT, made.chain, 'admin', made.ids.admin.chain, { kind: 'dismiss', userId: 'educator', pledges: made.next(KeyClass.options) });
    const after = extendChain(VAULT, dismissed, 'educator', made.ids.educator.chain, { kind: 'admit', member: newcomer(['TEACHER']) });
    expect(() => followChain(VAULT, made.rootKey, after)).toThrow(CHANGED);
  });

  it.each([
    ['in another vault', (chain: Link[], { rootKey }: Founded) => followChain('w', rootKey, chain)],
    ['under another root', (chain: Link[]) => followChain(VAULT, toBase64(publicOf('ed25519', newSecret())), chain)],
    ['when a link is left out', ([one, , three]: Link[], { rootKey }: Founded) => followChain(VAULT, rootKey, [must(one), must(three)])],
    ['when links change places', ([one, two, three]: Link[], { rootKey }: Founded) => followChain(VAULT, rootKey, [must(one), must(three), must(two)])],
    ['when a link is said twice', ([one, two]: Link[], { rootKey }: Founded) => followChain(VAULT, rootKey, [must(one), must(two), must(two)])],
    ['when there is nothing', (_: Link[], { rootKey }: Founded) => followChain(VAULT, rootKey, [])],
  ])('breaks %s', (_, follow) => {
    const made = found();
    const rekeyed = (chain: Link[], id: string) => extendChain(VAULT, chain, RECOVERY, made.ids.recovery.chain, { kind: 'rekey', userId: id, ...publicKeysOf(newIdentity()) });
    const chain = rekeyed(rekeyed(made.chain, 'admin'), 'educator');
    expect(followChain(VAULT, made.rootKey, chain).standings.size).toBe(3);
    expect(() => follow(chain, made)).toThrow(CHANGED);
  });

  it('breaks when a link with the right signature says another number or another predecessor', () => {
    const made = found();
    const deed: Deed = { kind: 'admit', member: newcomer(['TEACHER']) };
    const [first] = made.chain;
    const elsewhere = extendChain(VAULT, [must(first), must(first)], 'educator', made.ids.educator.chain, deed).at(-1);
    const otherRoot = extendChain(VAULT, [{ ...must(first), signature: toBase64(Buffer.alloc(64)) }], 'educator', made.ids.educator.chain, deed).at(-1);
    for (const link of [elsewhere, otherRoot]) expect(() => followChain(VAULT, made.rootKey, [must(first), must(link)])).toThrow(CHANGED);
  });
});

describe('the boxes', () => {
  const boxes = (): { made: Founded; all: Box[] } => {
    const made = found();
    return { made, all: boxesFor(VAULT, made.membership, made.fresh) };
  };
  it.each([
    ['one is missing', (all: Box[]) => all.slice(1)],
    ['one is there twice', (all: Box[]) => [...all, must(all[0])]],
    ['one is there twice instead of another', (all: Box[]) => [must(all[1]), ...all.slice(1)]],
    ['an administrator has one for the case key', (all: Box[]) => [...all, { ...must(all.find((box) => box.class === 'case')), holder: 'admin' }]],
    ['one is of a generation nobody made', (all: Box[]) => [...all.slice(1), { ...must(all[0]), generation: 2 }]],
    ['one is for somebody unknown', (all: Box[]) => [...all, { ...must(all[0]), holder: 'nobody' }]],
  ])('are refused when %s', (_, edit) => {
    const { made, all } = boxes();
    expect(() => checkBoxes(made.membership, all)).not.toThrow();
    expect(() => checkBoxes(made.membership, edit(all))).toThrow(CHANGED);
  });

  it('are refused when they open to another key than was pledged', () => {
    const { made, all } = boxes();
    const other: Membership = found().membership;
    expect(openClassKeys(VAULT, made.membership, all, 'educator', made.ids.educator.box).get('case')?.[0]).toEqual(must(made.fresh[1]).key);
    expect(() => openClassKeys(VAULT, { ...made.membership, pledges: other.pledges }, all, 'educator', made.ids.educator.box)).toThrow(CHANGED);
    expect(() => openClassKeys(VAULT, made.membership, all, 'educator', made.ids.director.box)).toThrow(CHANGED);
  });
});

describe('a slot', () => {
  it('opens only for the owner, roles, keys, root and vault it was made for, even when its owner signs it again', async () => {
    const made = found();
    const owner = ownerOf(VAULT, made.rootKey, made.membership, 'educator');
    const slot = await makePasswordSlot(owner, made.ids.educator, 'parola', TEST_KDF);
    expect(await openPasswordSlot(owner, slot, 'parola')).toEqual(made.ids.educator);
    await expect(openPasswordSlot(owner, slot, 'Parola')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
    const others = [
      { ...owner, roles: ['DIRECTOR'] },
      { ...owner, holder: 'director' },
      { ...owner, vaultId: 'w' },
      { ...owner, rootKey: toBase64(Buffer.alloc(32)) },
      { ...owner, keys: publicKeysOf(made.ids.director) },
    ];
    for (const other of others) {
      expect(() => checkSlot(other, slot, true)).toThrow(CHANGED);
      await expect(openPasswordSlot(other, signSlot(other, slot, made.ids.educator.chain), 'parola')).rejects.toMatchObject({ code: 'KEYRING_CHANGED' });
    }
    await expect(openPasswordSlot(owner, { ...slot, id: toBase64(Buffer.alloc(16)) }, 'parola')).rejects.toMatchObject({ code: 'KEYRING_CHANGED' });
  });

  it('with a key file opens to password and file together, and says which of the two is wrong', async () => {
    const made = found();
    const owner = ownerOf(VAULT, made.rootKey, made.membership, 'educator');
    const [file, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const slot = await makePasswordSlot(owner, made.ids.educator, 'parola', TEST_KDF, file);
    expect(await openPasswordSlot(owner, slot, 'parola', file)).toEqual(made.ids.educator);
    await expect(openPasswordSlot(owner, slot, 'Parola', file)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
    await expect(openPasswordSlot(owner, slot, 'parola', other)).rejects.toMatchObject({ code: 'KEY_FILE_WRONG' });
    await expect(openPasswordSlot(owner, slot, 'parola')).rejects.toMatchObject({ code: 'KEY_FILE_MISSING' });
    const { keyFile, ...without } = slot;
    expect(() => checkSlot(owner, without, true)).toThrow(CHANGED);
    // not even its owner's signature turns the file into an ornament
    await expect(openPasswordSlot(owner, signSlot(owner, without, made.ids.educator.chain), 'parola')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
    const { keyFile: otherCheck } = await makePasswordSlot(owner, made.ids.educator, 'parola', TEST_KDF, other);
    expect(() => checkSlot(owner, { ...slot, keyFile: must(otherCheck) }, true)).toThrow(CHANGED);
    expect(must(keyFile)).not.toBe(otherCheck);
  });

  it('of the recovery code opens to its secret only', () => {
    const made = found();
    const owner = ownerOf(VAULT, made.rootKey, made.membership, RECOVERY);
    const slot = makeRecoverySlot(owner, made.ids.recovery, Buffer.alloc(20, 7));
    expect(openRecoverySlot(owner, slot, Buffer.alloc(20, 7))).toEqual(made.ids.recovery);
    expect(() => openRecoverySlot(owner, slot, Buffer.alloc(20, 8))).toThrow(expect.objectContaining({ code: 'WRONG_RECOVERY_CODE', params: { reason: 'WRONG' } }));
    expect(() => checkSlot(owner, { ...slot, kdf: TEST_KDF }, true)).toThrow(expect.objectContaining({ params: { what: 'kdf' } }));
  });
});
