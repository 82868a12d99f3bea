import { decrypt, encryptTo } from '../../electron/core/envelope/age.ts';
import { bagFile, manifest, MANIFEST_FILE, PAYLOAD_FOLDER, sha256Hex, SIGNATURE_FILE, TAG_MANIFEST_FILE, HEADER_FILE } from '../../electron/core/envelope/bag.ts';
import { signFile } from '../../electron/core/envelope/sshsig.ts';
import { readZip } from '../../electron/core/envelope/read-zip.ts';
import type { Party } from './parties.ts';
import { rawZip } from './raw-zip.ts';

export type Files = Map<string, Uint8Array>;

/** A file of the bag that has to be there. */
export const fileOf = (files: Files, path: string): Uint8Array => {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`${path} is not in the bag`);
  return bytes;
};

export const textOf = (files: Files, path: string): string => Buffer.from(fileOf(files, path)).toString();

/** The zip inside an envelope sealed to `to`. */
export const sealedZip = (to: Party, envelope: Uint8Array): Promise<Uint8Array> => decrypt(envelope, { identities: [to.keys.ageIdentity] });

/** Takes an envelope apart, lets `change` do harm, and seals it again to the same service, signature untouched. */
export const rebag = async (to: Party, envelope: Uint8Array, change: (files: Files) => unknown, sealTo = to): Promise<Uint8Array> => {
  const unpacked = await readZip(await sealedZip(to, envelope));
  const folder = `${unpacked[0]?.path.split('/', 1)[0] ?? ''}/`;
  const files: Files = new Map(unpacked.map((file) => [file.path.slice(folder.length), file.bytes]));
  change(files);
  const zip = rawZip([...files].map(([name, content]) => ({ name: name.startsWith('/') ? name.slice(1) : folder + name, content })));
  return encryptTo([sealTo.keys.ageRecipient], zip);
};

const only = (files: Files, wanted: (path: string) => boolean) => [...files].filter(([path]) => wanted(path)).map(([path, bytes]) => bagFile(path, bytes));

/** Makes manifests and header digest right again after a change, as an attacker without the key could. */
export const relist = (files: Files): void => {
  files.set(MANIFEST_FILE, manifest(only(files, (path) => path.startsWith(PAYLOAD_FOLDER))));
  editHeader(files, (header) => ({ ...header, manifestSha256: sha256Hex(fileOf(files, MANIFEST_FILE)) }));
  const payload = only(files, (path) => path.startsWith(PAYLOAD_FOLDER));
  const oxum = `Payload-Oxum: ${payload.reduce((sum, file) => sum + file.bytes.length, 0)}.${payload.length}`;
  files.set('bag-info.txt', Buffer.from(textOf(files, 'bag-info.txt').replace(/Payload-Oxum: .*/, oxum)));
  listTags(files);
};

const listTags = (files: Files): void => {
  const isTag = (path: string): boolean => !path.startsWith(PAYLOAD_FOLDER) && path !== TAG_MANIFEST_FILE && path !== SIGNATURE_FILE;
  files.set(TAG_MANIFEST_FILE, manifest(only(files, isTag)));
};

/** Lists and signs the tag files as they are, as somebody with this key could. */
export const signTags = (files: Files, signer: Party): void => {
  listTags(files);
  files.set(SIGNATURE_FILE, Buffer.from(signFile(fileOf(files, TAG_MANIFEST_FILE), signer.keys.signingKey)));
};

/** Makes everything right again and signs it. */
export const resign = (files: Files, signer: Party): void => {
  relist(files);
  signTags(files, signer);
};

export const editHeader = (files: Files, edit: (header: Record<string, unknown>) => unknown): void => {
  const header = JSON.parse(textOf(files, HEADER_FILE)) as Record<string, unknown>;
  files.set(HEADER_FILE, Buffer.from(JSON.stringify(edit(header))));
};
