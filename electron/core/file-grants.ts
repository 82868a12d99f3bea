import type { FilePurpose } from '../../shared/contract/bridge.ts';
import type { FileGrant } from './host-messages.ts';

/** More unused choices than a person can have open; the oldest is forgotten first. */
const LIMIT = 32;

/**
 * Paths people chose in a dialog. The page asks for work on a token; only here does it become a path again, once,
 * and only for what it was chosen for.
 */
export class FileGrants {
  readonly #grants = new Map<string, FileGrant>();

  add(grant: FileGrant): void {
    this.#grants.set(grant.token, grant);
    for (const oldest of this.#grants.keys()) {
      if (this.#grants.size <= LIMIT) break;
      this.#grants.delete(oldest);
    }
  }

  /**
   * The path behind a token; the token is used up even when the purpose differs.
   * @returns an absolute path, or undefined for a token unknown, used or given for something else
   */
  take(token: string, purpose: FilePurpose): string | undefined {
    const grant = this.#grants.get(token);
    this.#grants.delete(token);
    return grant?.purpose === purpose ? grant.path : undefined;
  }
}
