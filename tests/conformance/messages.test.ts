import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Language } from '../../shared/domain/base.ts';
import { createTexts } from '../../shared/i18n/index.ts';
import { problemParts, type Problem } from '../../shared/i18n/messages.ts';

interface Met {
  readonly problem?: Problem;
  readonly left?: readonly string[];
  readonly status?: string;
  readonly row?: { readonly reason: string; readonly field?: string };
  readonly trust?: string;
}

/** Every bad medium and file, and the code the core has to find for it. */
const cases: Readonly<Record<string, string>> = {
  'wrong password': 'vault.WRONG_PASSWORD',
  'a PDF': 'envelope.NOT_AGE',
  'a zip': 'envelope.NOT_AGE',
  'an empty file': 'envelope.EMPTY',
  'a folder': 'file.notAFile',
  'a foreign envelope': 'envelope.NOT_FOR_US',
  'a damaged envelope': 'envelope.DAMAGED',
  'an envelope cut short': 'envelope.DAMAGED',
  'an unknown sender': 'envelope.UNKNOWN_SENDER',
  'a version that is too new': 'envelope.NEWER_VERSION',
  'no service card': 'envelope.CARD_INVALID',
  'a stick without room': 'envelope.MEDIUM_NO_SPACE',
  'a full stick': 'envelope.MEDIUM_FULL',
  'a write-protected stick': 'envelope.MEDIUM_READ_ONLY',
  'a stick pulled out while writing': 'envelope.MEDIUM_REMOVED',
  'a stick pulled out while reading': 'envelope.MEDIUM_REMOVED',
  'a changed card': 'contact.notTrusted',
  'a backup onto a stick without room': 'envelope.MEDIUM_NO_SPACE',
  'a backup onto a full stick': 'envelope.MEDIUM_FULL',
  'a backup onto a write-protected stick': 'envelope.MEDIUM_READ_ONLY',
  'a backup onto a stick pulled out while writing': 'envelope.MEDIUM_REMOVED',
  'a backup that was stopped': 'backup.stopped',
  'a drill with a wrong password': 'vault.WRONG_PASSWORD',
  'a drill with a wrong code': 'vault.WRONG_RECOVERY_CODE',
  'a drill with a backup cut short': 'vault.BACKUP_CUT',
  'a drill that was stopped': 'backup.stopped',
  'a restore where a workplace is': 'backup.vaultHere',
  'a restore of what is no backup': 'vault.BACKUP_INVALID',
  'a restore of a backup cut short': 'vault.BACKUP_CUT',
  'a restore with a wrong password': 'vault.WRONG_PASSWORD',
  'a restore with a wrong code': 'vault.WRONG_RECOVERY_CODE',
  'a restore that was stopped': 'backup.stopped',
  'a restore from a stick that was pulled out': 'envelope.MEDIUM_REMOVED',
};

let folder: string;
let met: Readonly<Record<string, Met>>;

// the real core, in a mount name space of its own: sticks are real file systems, and no administrator is needed
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const worker = join(import.meta.dirname, '../../out/core/dev-messages.js');
  const done = spawnSync('unshare', ['-rm', process.execPath, worker, folder], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  met = JSON.parse(done.stdout) as typeof met;
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sentence = /^\P{Ll}.*[.!?]$/su;

describe.each(Object.entries(cases))('%s', (name, code) => {
  it('is met by the core as such', () => expect(met[name]?.problem?.code).toBe(code));

  it.each(Language.options)('says in %s what happened, what is safe and what to do', (language) => {
    const { problem } = met[name] ?? {};
    if (problem === undefined) throw new Error('not met');
    const parts = problemParts(createTexts(language), problem);
    const said = [parts?.what, parts?.safe, parts?.do];
    for (const part of said) expect(part).toMatch(sentence);
    expect(new Set(said).size).toBe(3);
    expect(said.join(' ')).not.toMatch(/\{\{|[A-Z]_[A-Z]|undefined/);
  });
});

it.each(['a stick without room', 'a full stick', 'a write-protected stick', 'a stick pulled out while writing'])('%s: nothing half-written is left, and the hand-over can be written elsewhere', (name) => {
  expect(met[name]).toMatchObject({ left: [], status: 'AUTHORISED' });
});

it.each(Object.keys(cases).filter((name) => /^a (?:backup|restore) /.test(name)))('%s: nothing half-written is left', (name) => {
  expect(met[name]).toMatchObject({ left: [] });
});

it('a changed card is an alarm in three languages, and nothing is sealed to it', () => {
  expect(met['a changed card']).toMatchObject({ trust: 'CHANGED', status: 'AUTHORISED' });
  for (const language of Language.options) {
    const texts = createTexts(language);
    for (const key of ['changedAlarm', 'changedDo']) expect(texts.t(`office:contacts.${key}`, { name: 'X' })).not.toContain('contacts.');
  }
});

it.each(Language.options)('a formula in a register says in %s what it is, that nothing was computed, and what to do', (language) => {
  const row = met['a formula in a register']?.row;
  expect(row).toMatchObject({ reason: 'FORMULA', field: 'givenName' });
  const texts = createTexts(language);
  const said = texts.t(`registers:rowRefused.${row?.reason ?? ''}`, { field: texts.t('registers:targets.givenName') });
  expect(said.split(/(?<=\.) /)).toHaveLength(3);
});
