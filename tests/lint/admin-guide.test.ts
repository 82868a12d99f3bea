import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitCodes } from '../../electron/cli/exit.ts';
import { ClockFault } from '../../shared/domain/clock.ts';
import { TrailFault } from '../../shared/domain/audit.ts';
import { UserRole } from '../../shared/domain/roles.ts';
import { linksOf } from './markdown.ts';
import { rowsOf } from './proofs.ts';

const root = join(import.meta.dirname, '../..');
const chapter = (name: string): string => readFileSync(join(root, 'docs/admin', name), 'utf8');
const texts = (language: string, namespace: string): Readonly<Record<string, unknown>> => JSON.parse(readFileSync(join(root, 'shared/i18n', language, `${namespace}.json`), 'utf8'));
/** Codes in the first column of a chapter's tables: one may stand for all that begin with it, `users.…`. */
const codesIn = (text: string): string[] => rowsOf(text).flatMap(({ cells }) => [...(cells['code'] ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? ''));
const parts = (language: string, area: string): string[] => Object.keys(texts(language, 'errors')[area] as object);

describe('when something is wrong', () => {
  const codes = codesIn(chapter('when-something-is-wrong.md'));

  it('says of every code that something failed with what to do', () => {
    const known = [
      ...parts('en', 'vault').filter((code) => code !== 'part'),
      ...parts('en', 'envelope').filter((code) => code !== 'check' && code !== 'alarm'),
      ...Object.keys(texts('en', 'errors')).filter((area) => !['vault', 'envelope', 'document'].includes(area)),
      ...parts('en', 'document').map((code) => `document.${code}`),
    ];
    expect(known.filter((code) => !codes.includes(code))).toEqual([]);
    // and names none that does not exist
    const failures = codes.filter((code) => /^[A-Z_]+$/.test(code));
    expect(failures.filter((code) => !known.includes(code))).toEqual([]);
    expect(failures.length).toBeGreaterThan(60);
  });

  it('says of every area of rules who follows a refusal', () => {
    const areas = Object.keys(texts('en', 'refusals'));
    const named = new Set(codes.map((code) => code.split('.')[0]));
    expect(areas.filter((area) => !named.has(area))).toEqual([]);
  });
});

describe('the other chapters', () => {
  it('are all in the index', () => {
    const linked = linksOf(chapter('README.md'));
    expect(readdirSync(join(root, 'docs/admin')).filter((name) => name !== 'README.md' && !linked.includes(name))).toEqual([]);
  });

  it('list every command that the help lists, and its exit codes', () => {
    const text = chapter('command-line.md');
    const help = String(texts('en', 'cli')['help']);
    const commands = (from: string): Set<string> => new Set([...from.matchAll(/\bvarco ((?:[a-z]+ ?)+)/g)].map(([, words]) => (words ?? '').trim()));
    const table = rowsOf(text).map(({ cells }) => cells['command'] ?? '').join('\n');
    expect([...commands(table)].toSorted()).toEqual([...commands(help)].toSorted());
    expect(rowsOf(text).flatMap(({ cells }) => (cells['exit code'] === undefined ? [] : [[cells['class'], Number(cells['exit code'])]]))).toEqual(Object.entries(exitCodes).map(([name, code]) => [`\`${name}\``, code]));
    const options = [...new Set([...help.matchAll(/--[a-z-]+/g)].map(([option]) => option))];
    expect(options.filter((option) => !text.includes(option) && option !== '--help')).toEqual([]);
  });

  it('call roles as the screens do, in three languages', () => {
    const names = ['en', 'it', 'ro'].map((language) => texts(language, 'enums')['userRole'] as Readonly<Record<string, string>>);
    const rows = rowsOf(chapter('people-and-roles.md')).flatMap(({ cells }) => (cells['here'] === undefined ? [] : [Object.values(cells)]));
    expect(rows).toEqual(UserRole.options.map((role) => [role.toLowerCase().replaceAll('_', ' '), ...names.map((name) => name[role])]));
  });

  it('explain every verdict on the trail, and every warning about the clock', () => {
    expect(rowsOf(chapter('audit.md')).map(({ cells }) => cells['verdict'])).toEqual(TrailFault.options.map((fault) => `\`${fault}\``));
    const titles = ((texts('en', 'common')['clock'] as Readonly<Record<string, unknown>>)['title'] ?? {}) as Readonly<Record<string, string>>;
    const warnings = rowsOf(chapter('lock-and-clock.md')).flatMap(({ cells }) => cells['every screen says'] ?? []);
    expect(warnings.length).toBe(ClockFault.options.length);
    warnings.forEach((warning, at) => expect(titles[ClockFault.options[at] ?? '']).toContain(warning.replaceAll('*', '')));
  });
});
