import type { AuditVerdictView } from '../../../shared/contract/audit.ts';
import { readLimited } from '../../core/read-limited.ts';
import { pemOf, verifyExport, type ExportVerdict } from '../../core/services/audit/export-file.ts';
import { recordVerdict, verdictView } from '../../core/services/audit/trail.ts';
import type { Vault } from '../../core/vault/types.ts';
import { optional, type Answer, type Call, type Command } from '../command.ts';
import { vaultOptions, withVault } from '../open-vault.ts';

/** The largest export that is read: a million entries and more. */
const EXPORT_BYTES = 512 * 1024 * 1024;

/** `varco audit verify`: follows the whole trail of a vault to its anchor; with a file, checks an export of one. */
export const auditVerify: Command = {
  words: ['audit', 'verify'],
  options: { ...vaultOptions, signer: { type: 'string' } },
  positionals: [0, 1],
  run: (call) => {
    const [file] = call.positionals;
    return file === undefined ? ofVault(call) : ofFile(call, file);
  },
};

/** The trail is followed as it was found: the entry of this unlocking would turn a cut end into a gap. */
const ofVault = (call: Call): Promise<Answer> => {
  let verdict: AuditVerdictView = { entries: 0, intact: false };
  const look = async (vault: Vault): Promise<void> => {
    verdict = verdictView(await vault.audit.verify());
  };
  const answer = async (vault: Vault): Promise<Answer> => {
    await recordVerdict({ vault }, verdict);
    call.say(
      verdict.intact
        ? call.texts.t('cli:audit.intact', { count: verdict.entries })
        : call.texts.t('cli:audit.broken', { at: verdict.brokenAt ?? 0, reason: call.texts.t(`cli:audit.reason.${verdict.reason ?? 'CHANGED'}`) }),
    );
    return { result: { ...verdict }, ...(verdict.intact ? {} : { exit: 'audit' as const }) };
  };
  return withVault(call, 'audit.read', answer, look);
};

const plain = (fingerprint: string): string => fingerprint.replace(/\s/g, '').toLowerCase();

/** What was signed by another key than the one named is not what was asked for. */
const bySigner = (verdict: ExportVerdict, signer: string | undefined): ExportVerdict =>
  verdict.intact && signer !== undefined && plain(signer) !== plain(verdict.signer) ? { intact: false, fault: 'SIGNER' } : verdict;

/** An export that was taken from this trail stands in it with the same chain tags; one of an older or another trail does not. */
const fromTrail = (verdict: ExportVerdict, vault: Vault): ExportVerdict => {
  if (!verdict.intact) return verdict;
  const { range, chain } = verdict.head;
  const same = vault.audit.tagOf(range.from - 1) === chain.before && vault.audit.tagOf(range.to) === chain.end;
  return same ? verdict : { intact: false, fault: 'TRAIL', at: range.to };
};

const ofFile = async (call: Call, file: string): Promise<Answer> => {
  const bytes = await readLimited(file, EXPORT_BYTES);
  const alone = bySigner(verifyExport(bytes), optional(call.values, 'signer'));
  const verdict = optional(call.values, 'vault') === undefined ? alone : await withVault(call, 'audit.read', async (vault) => fromTrail(alone, vault));
  if (!verdict.intact) {
    call.say(call.texts.t('cli:audit.fileBroken', { reason: call.texts.t(`cli:audit.fault.${verdict.fault}`, { at: verdict.at ?? 0 }) }));
    return { result: { ...verdict }, exit: 'audit' };
  }
  const { head, signer } = verdict;
  call.say(call.texts.t('cli:audit.fileIntact', { count: head.entries, from: head.range.from, to: head.range.to }));
  call.say(call.texts.t(head.complete ? 'cli:audit.fileComplete' : 'cli:audit.fileChosen'));
  call.say(call.texts.t('cli:audit.fileBy', { service: head.service, name: head.exportedBy.name, at: head.exportedAt, signer }));
  return { result: { intact: true, signer, ...head } };
};

/** `varco audit key FILE`: the public key of an export, as other tools read it. */
export const auditKey: Command = {
  words: ['audit', 'key'],
  options: {},
  positionals: 1,
  run: async (call) => {
    const verdict = verifyExport(await readLimited(call.positionals[0] ?? '', EXPORT_BYTES));
    if (!verdict.intact) {
      call.say(call.texts.t('cli:audit.fileBroken', { reason: call.texts.t(`cli:audit.fault.${verdict.fault}`, { at: verdict.at ?? 0 }) }));
      return { result: { ...verdict }, exit: 'audit' };
    }
    const pem = pemOf(verdict.key);
    call.say(pem.trimEnd());
    return { result: { pem, signer: verdict.signer } };
  },
};
