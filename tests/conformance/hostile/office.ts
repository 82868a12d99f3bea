import { encryptTo } from '../../../electron/core/envelope/age.ts';
import type { Source } from '../../../electron/core/envelope/content.ts';
import type { OpenInput } from '../../../electron/core/envelope/open.ts';
import type { CheckName } from '../../../shared/domain/envelope.ts';
import { party, seal } from '../parties.ts';
import { rawZip } from '../raw-zip.ts';
import { editHeader, rebag, resign, type Files } from '../rebag.ts';

/** An envelope that has to be stopped by one check, with one code. */
export interface Hostile {
  readonly name: string;
  readonly check: CheckName;
  readonly code: string;
  readonly bytes: () => Source | Promise<Source>;
  readonly open?: () => Partial<OpenInput>;
}

export const [prison, probation, other, stranger] = await Promise.all([party('Prison'), party('Probation'), party('Other office'), party('Stranger')]);
export const partners = [prison, other];

/** The envelope that nothing is wrong with, and what it is made of. */
export const good = await seal(prison, probation);
const parts: Files = new Map();
await rebag(probation, good.bytes, (files) => {
  for (const [path, bytes] of files) parts.set(path, bytes);
});
export const REFERENCE = 'RB-2026-000042';

/** Seals whatever somebody calls a zip. */
export const zipped = (zip: Uint8Array): Promise<Uint8Array> => encryptTo([probation.keys.ageRecipient], zip);

/** The good envelope with a change, manifests and signature as they were. A path with a slash in front stands outside the folder. */
export const changed =
  (change: (files: Files) => unknown) =>
  async (): Promise<Uint8Array> => {
    const files: Files = new Map(parts);
    change(files);
    return zipped(rawZip([...files].map(([path, content]) => ({ name: path.startsWith('/') ? path.slice(1) : `${REFERENCE}/${path}`, content }))));
  };

/** The good envelope with another header, signed again by somebody we know. */
export const withHeader = (edit: (header: Record<string, unknown>) => unknown, signer = prison) =>
  changed((files) => {
    editHeader(files, edit);
    resign(files, signer);
  });

export const text = (value: string): Buffer => Buffer.from(value, 'latin1');
