import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Language } from '../domain/base.ts';
import { createTexts } from './index.ts';
import { problemText, type Problem } from './messages.ts';

const root = join(import.meta.dirname, '../..');

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

const found = (texts: readonly string[], pattern: RegExp): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))),
];

const core = [...sources('electron'), ...sources('shared/domain')];
const refusalCodes = [
  ...found(core, /refused\(\s*'([A-Za-z_.]+)'/g),
  ...found(core, /RefusedError\(\{ code: '([A-Za-z_.]+)'/g),
  ...found(core, /\{ code: '((?:password|card)\.[A-Za-z]+)'/g),
  'machine.plan',
  'machine.breach',
  'machine.checklistItem',
  'machine.appointment',
  'machine.application',
  'machine.handover',
  'machine.decision',
  'machine.sitting',
  'machine.sittingReport',
  'machine.request',
  'machine.enrolment',
  'machine.consent',
  'users.nobodyMay.plan.approve',
  'users.nobodyMay.import.decide',
  'card.liveInDemo',
  'card.demoInLive',
];
const vaultCodes = found([readFileSync(join(root, 'electron/core/vault/types.ts'), 'utf8').split('VaultErrorCode =')[1]?.split('\n\n')[0] ?? ''], /'([A-Z_]+)'/g);

const cases: Problem[] = [
  ...refusalCodes.map((code): Problem => ({ kind: 'refused', code, params: code.startsWith('machine.') ? { state: 'REFUSED' } : {} })),
  ...vaultCodes.map((code): Problem => ({ kind: 'failed', code: `vault.${code}` })),
  ...['unexpected', 'locked', 'forbidden', 'invalid'].map((code): Problem => ({ kind: 'failed', code })),
];

describe('every refusal and every error has its text', () => {
  it('finds the codes in the sources', () => {
    expect(refusalCodes.length).toBeGreaterThan(60);
    expect(vaultCodes.length).toBeGreaterThan(12);
  });

  it.each(Language.options)('in %s', (language) => {
    const texts = createTexts(language);
    expect(cases.filter((problem) => problemText(texts, problem) === undefined).map(({ code }) => code)).toEqual([]);
  });

  it('tells the state of a machine by its label, never by its code', () => {
    const text = problemText(createTexts('it'), { kind: 'refused', code: 'machine.plan', params: { state: 'NOT_AGREED' } });
    expect(text).not.toContain('NOT_AGREED');
    expect(text).not.toContain('{{');
  });

  it('names the part of the vault that was changed, and never a code', () => {
    const texts = createTexts('ro');
    expect(problemText(texts, { kind: 'failed', code: 'vault.KEYRING_CHANGED', params: { what: 'kdf' } })).toContain('costul ghicirii unei parole');
    expect(problemText(texts, { kind: 'failed', code: 'vault.DAMAGED', params: { what: 17 } })).toContain('o parte a seifului');
  });

  it('tells a typing mistake in the recovery code from a wrong code', () => {
    const texts = createTexts('en');
    const text = (reason: string) => problemText(texts, { kind: 'failed', code: 'vault.WRONG_RECOVERY_CODE', params: { reason } });
    expect(text('MISTYPED')).toContain('typing mistake');
    expect(text('WRONG')).toContain('does not open');
  });
});
