import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const guide = join(import.meta.dirname, '../../docs/user');
const pictures = join(guide, 'pictures');
const pages = readdirSync(guide).filter((name) => name.endsWith('.md'));
const drawn = readdirSync(pictures).toSorted();

/** Pictures a page shows, with the words for whoever does not see them. */
const shownIn = (text: string): { readonly words: string; readonly file: string }[] => [...text.matchAll(/!\[([^\]]*)\]\(pictures\/([^)]+)\)/g)].map(([, words = '', file = '']) => ({ words, file }));
const shown = pages.flatMap((page) => shownIn(readFileSync(join(guide, page), 'utf8')));

/** What has no place in a drawing: whatever it would fetch or run, and what would be another at the next run or on another machine. */
const wrong: readonly (readonly [string, RegExp, string])[] = [
  ['a script', /<script|javascript:/i, '<script>1</script>'],
  ['an act', /\son\w+=/i, '<rect onload="x()"/>'],
  ['a reference to elsewhere', /(?:href|src)=|url\(|<image|<foreignObject|@import/i, '<a href="x">'],
  ['an address', /https?:\/\/(?!www\.w3\.org\/2000\/svg")/, 'https://example.org'],
  ['a path of a machine', /(?:^|[\s">])\/(?:tmp|home|root|work|usr|var)\/|[A-Z]:\\|varco-[A-Za-z0-9]{6}\b/, '>/tmp/varco-x/STICK<'],
  ['an id', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, '0197a3b0-0000-7000-8000-000000000000'],
  ['a number of its own of an envelope', /\b20\d\d-(?!1a2b)[0-9a-f]{4}-\d{6}\b/, '2026-5c34-000001'],
];
const wrongIn = (text: string): string[] => wrong.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));

describe('the pictures of the user’s guide', () => {
  it('are there, each is shown, and each is told in words', () => {
    expect([...new Set(shown.map(({ file }) => file))].toSorted()).toEqual(drawn);
    expect(shown.filter(({ words }) => words.length < 8)).toEqual([]);
    expect(drawn.length).toBeGreaterThan(20);
  });

  it.each(drawn)('%s is a drawing that needs nothing and tells nothing of the machine', (name) => {
    const text = readFileSync(join(pictures, name), 'utf8');
    expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
    expect(wrongIn(text)).toEqual([]);
    expect(text.match(/<text /g)?.length ?? 0).toBeGreaterThan(10);
  });

  it.each(wrong)('%s would be seen', (name, _pattern, planted) => expect(wrongIn(planted)).toContain(name));

  it('stay small: together under a megabyte', () => {
    expect(drawn.reduce((sum, name) => sum + statSync(join(pictures, name)).size, 0)).toBeLessThan(1_000_000);
  });
});
