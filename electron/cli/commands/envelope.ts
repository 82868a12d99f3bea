import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EnvelopeKind } from '../../../shared/domain/envelope.ts';
import { problemText } from '../../../shared/i18n/messages.ts';
import type { AgeKey } from '../../core/envelope/age.ts';
import type { Source } from '../../core/envelope/content.ts';
import { EnvelopeError } from '../../core/envelope/error.ts';
import { openEnvelope, type KnownSigner, type OpenReport } from '../../core/envelope/open.ts';
import { normalPassphrase } from '../../core/envelope/passphrase.ts';
import { openWithVault } from '../../core/services/handover/receipts.ts';
import type { Work } from '../../core/services/work.ts';
import type { Vault } from '../../core/vault/types.ts';
import { envelopeFile } from '../../core/read-limited.ts';
import { optional, required, type Call, type Command } from '../command.ts';
import { UsageError } from '../exit.ts';
import { vaultOptions, withVault } from '../open-vault.ts';

const options = { ...vaultOptions, key: { type: 'string' }, 'passphrase-file': { type: 'string' }, signers: { type: 'string' } } as const;

/** `<service id> namespaces="varco-envelope-v1" ssh-ed25519 AAAA…` per line, as ssh-keygen reads it. */
const readSigners = async (path: string): Promise<(signingKey: string) => KnownSigner | undefined> => {
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const known = lines.map((line) => ({ serviceId: line.split(/\s/)[0] ?? '', signingKey: /ssh-ed25519 [A-Za-z0-9+/=]+/.exec(line)?.[0] }));
  return (signingKey) => {
    const found = known.find((entry) => entry.signingKey === signingKey);
    return found && { serviceId: found.serviceId, name: found.serviceId, kinds: EnvelopeKind.options, state: 'TRUSTED' };
  };
};

const identityIn = (text: string): string => {
  const identity = /AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+/.exec(text)?.[0];
  if (identity === undefined) throw new UsageError('--key');
  return identity;
};

/** The key of the service, or the words of an envelope that was sealed with some. */
const keyOf = async (call: Call): Promise<AgeKey> => {
  const words = optional(call.values, 'passphrase-file');
  if (words !== undefined) return { passphrase: normalPassphrase(await readFile(words, 'utf8')) };
  return { identities: [identityIn(await readFile(required(call.values, 'key'), 'utf8'))] };
};

const openRecorded = async (vault: Vault, work: Work, bytes: Source, saves: boolean, passphrase: string | undefined): Promise<OpenReport> => {
  const report = await openWithVault(work, bytes, {}, passphrase);
  const checks = report.checks.filter(({ state }) => state === 'passed').length;
  await vault.commit([], { action: 'import.open', details: { via: 'command-line', checks } });
  if (saves && report.envelope !== undefined) {
    await vault.commit([], { action: 'import.saveDocument', details: { via: 'command-line', envelope: report.envelope.header.envelopeId } });
  }
  return report;
};

/**
 * Opens with the key of the service and a list of signers, or with everything a vault knows; then it is recorded there,
 * and also, when it `saves`, that the content leaves in clear: before it does.
 */
const openFile = async (call: Call, saves: boolean): Promise<OpenReport> => {
  const bytes = await envelopeFile(call.positionals[0] ?? '');
  const words = optional(call.values, 'passphrase-file');
  const passphrase = words === undefined ? undefined : await readFile(words, 'utf8');
  if (optional(call.values, 'vault') !== undefined) return withVault(call, 'import.open', (vault, work) => openRecorded(vault, work(), bytes, saves, passphrase));
  return openEnvelope({
    bytes,
    key: await keyOf(call),
    us: {},
    trust: await readSigners(required(call.values, 'signers')),
    // without a vault nobody knows what was exchanged; whoever holds key and signers may still look
    exchanged: () => true,
  });
};

const accountOf = (report: OpenReport) => {
  const header = report.envelope?.header;
  return {
    verified: report.error === undefined,
    checks: report.checks.map(({ name, state, error }) => ({ name, state, ...(error === undefined ? {} : { code: error.code }) })),
    ...(header === undefined
      ? {}
      : {
          kind: header.kind,
          envelopeId: header.envelopeId,
          reference: header.reference,
          sequence: header.sequence,
          createdAt: header.createdAt,
          senderId: header.sender.serviceId,
          sender: header.sender.name,
          demo: header.demo,
          files: report.envelope?.payload.map(({ path }) => path) ?? [],
          sha256: report.envelope?.sha256,
        }),
  };
};

const tell = ({ texts, say }: Call, report: OpenReport): void => {
  for (const { name, state } of report.checks) say(`${texts.t(`cli:state.${state}`)}  ${texts.t(`cli:check.${name}`)}`);
  if (report.error !== undefined) say(problemText(texts, { kind: 'failed', code: report.error.textKey, params: report.error.params }) ?? report.error.textKey);
};

/** `varco verify FILE`: every check, nothing written. */
export const verify: Command = {
  words: ['verify'],
  options,
  positionals: 1,
  run: async (call) => {
    const report = await openFile(call, false);
    tell(call, report);
    return { result: accountOf(report), ...(report.error === undefined ? {} : { exit: 'envelope' as const }) };
  },
};

/** `varco open FILE --out DIR`: verifies, then writes the payload in clear into a folder that must not exist yet. */
export const open: Command = {
  words: ['open'],
  options: { ...options, out: { type: 'string' } },
  positionals: 1,
  run: async (call) => {
    const out = required(call.values, 'out');
    const report = await openFile(call, true);
    tell(call, report);
    if (report.envelope === undefined) throw report.error ?? new EnvelopeError('PAYLOAD_INVALID');
    await mkdir(dirname(out), { recursive: true });
    await mkdir(out, { mode: 0o700 });
    for (const file of report.envelope.payload) {
      const target = join(out, file.path);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await writeFile(target, file.stream(), { flag: 'wx', mode: 0o600 });
    }
    call.say(call.texts.t('cli:opened', { count: report.envelope.payload.length, folder: out }));
    return { result: { ...accountOf(report), out } };
  },
};
