/** Who may open the vault and with what, by what victims acknowledged; compared with what opens it. */
import { workIn } from '../../electron/core/services/work.ts';
import { allUsers } from '../../electron/core/services/users/users.ts';
import type { Vault, VaultMember } from '../../electron/core/vault/types.ts';
import { openVault } from '../../electron/core/vault/vault.ts';
import { keysOf, type UserRole } from '../../shared/domain/roles.ts';
import { missingIn, type Documents } from './documents.ts';
import type { StaffDeed } from './lines.ts';
import { isRight } from './session.ts';

interface Colleague {
  readonly name: string;
  readonly roles: readonly UserRole[];
  readonly password: string;
  readonly active: boolean;
}

/** Whether a user was admitted by a victim. */
export const isColleague = (name: string): boolean => name.startsWith('Coleg ');

const sameRoles = (a: readonly UserRole[], b: readonly UserRole[]): boolean => a.toSorted().join(' ') === b.toSorted().join(' ');
const isAs = (member: VaultMember | undefined, expected: Colleague | undefined): boolean =>
  expected === undefined ? member === undefined : member?.active === expected.active && sameRoles(member.roles, expected.roles);

/** The colleague that a deed makes of one; nobody yet when it admits. */
const after = (before: Colleague | undefined, deed: Exclude<StaffDeed, { what: 'password' }>): Colleague | undefined => {
  if (deed.what === 'admit') return { name: deed.name, roles: deed.roles, password: deed.password, active: true };
  if (before === undefined) return undefined;
  return deed.what === 'dismiss' ? { ...before, active: false } : { ...before, roles: deed.roles };
};

/** What victims did to the users of one vault. */
export class Staff {
  readonly #dir: string;
  readonly #userId: string;
  readonly #colleagues = new Map<string, Colleague>();
  /** colleagues to be tried at the vault: something was done to them */
  readonly #touched = new Set<string>();
  /** admitted and acknowledged since the last look: their documents must say so as well */
  readonly #admitted = new Set<string>();
  #password: string;
  #former: string | undefined;
  /** done or not, nobody was told */
  #unanswered: StaffDeed | undefined;

  constructor(dir: string, userId: string, password: string) {
    this.#dir = dir;
    this.#userId = userId;
    this.#password = password;
  }

  get password(): string {
    return this.#password;
  }

  /** What a victim did and was heard to have done, and what it had begun. */
  hear(acknowledged: readonly StaffDeed[], unanswered: StaffDeed | undefined): void {
    for (const deed of acknowledged) {
      if (deed.what === 'admit') this.#admitted.add(deed.name);
      this.#adopt(deed);
    }
    this.#unanswered = unanswered;
  }

  /**
   * Which password opens the vault now. An acknowledged one counts, and the one before opens nothing; of one that was
   * not acknowledged either the old or the new opens, and not both.
   * @returns undefined when none opens it, and how many passwords are not as acknowledged
   */
  async findPassword(): Promise<{ readonly opens: boolean; readonly wrong: number }> {
    const pending = this.#unanswered?.what === 'password' ? this.#unanswered : undefined;
    const opensNow = (password: string): Promise<boolean> => this.#opens(this.#userId, password);
    const current = await opensNow(this.#password);
    const next = pending !== undefined && (await opensNow(pending.password));
    const former = this.#former !== undefined && (await opensNow(this.#former));
    this.#former = undefined;
    if (next && pending !== undefined) {
      this.#adopt(pending);
      this.#former = undefined;
    }
    return { opens: current || next, wrong: Number(current && next) + Number(former) };
  }

  /** Keyring and documents of an unlocked vault: how many users are not as acknowledged. What was begun is either done or not. */
  async brokenIn(vault: Vault): Promise<number> {
    const members = new Map(vault.members().map((member) => [member.name, member]));
    const begun = this.#unanswered;
    this.#unanswered = undefined;
    if (begun !== undefined && begun.what !== 'password') {
      const { name } = begun;
      this.#touched.add(name);
      if (isAs(members.get(name), after(this.#colleagues.get(name), begun)) && !isAs(members.get(name), this.#colleagues.get(name))) this.#adopt(begun);
    }
    const names = new Set([...this.#colleagues.keys(), ...[...members.keys()].filter(isColleague)]);
    const inKeyring = [...names].filter((name) => !isAs(members.get(name), this.#colleagues.get(name))).length;
    return inKeyring + (await this.#brokenDocuments(vault, members));
  }

  /**
   * Tries at the closed vault whoever something was done to: the admitted open it with the keys of their roles, the
   * dismissed do not. @returns how many it was otherwise for
   */
  async tryTouched(idOf: ReadonlyMap<string, string>, documents: Documents): Promise<number> {
    let wrong = 0;
    for (const name of this.#touched) {
      const colleague = this.#colleagues.get(name);
      const id = idOf.get(name);
      if (colleague === undefined || id === undefined) continue;
      const opened = await this.#opens(id, colleague.password, async (vault) => {
        const holds = keysOf(colleague.roles).includes('case');
        const fits = sameRoles(vault.user.roles, colleague.roles) && vault.user.holdsCaseKey === holds;
        if (!fits || (holds && (await missingIn(vault, documents, [])) > 0)) wrong += 1;
      });
      if (opened !== colleague.active) wrong += 1;
    }
    this.#touched.clear();
    return wrong;
  }

  /** After an unlock the office's documents say of everybody what the keyring says. */
  async #brokenDocuments(vault: Vault, members: ReadonlyMap<string, VaultMember>): Promise<number> {
    const docs = new Map((await allUsers(workIn(vault, Date.now))).map((doc) => [doc.id, doc]));
    let broken = 0;
    for (const { id, name, roles, active } of members.values()) {
      const doc = docs.get(id);
      const agrees = doc === undefined ? !active : sameRoles(doc.roles, roles) && (doc.dismissedOn === undefined) === active;
      const whole = !this.#admitted.has(name) || (doc !== undefined && doc.until === undefined);
      if (!agrees || !whole) broken += 1;
    }
    this.#admitted.clear();
    return broken;
  }

  #opens(userId: string, password: string, look: (vault: Vault) => Promise<void> = async () => undefined): Promise<boolean> {
    return isRight(async () => {
      const vault = await openVault({ dir: this.#dir, userId, password });
      try {
        await look(vault);
      } finally {
        await vault.close();
      }
    });
  }

  #adopt(deed: StaffDeed): void {
    if (deed.what === 'password') {
      this.#former = this.#password;
      this.#password = deed.password;
      return;
    }
    const made = after(this.#colleagues.get(deed.name), deed);
    if (made === undefined) return;
    this.#colleagues.set(deed.name, made);
    this.#touched.add(deed.name);
  }
}
