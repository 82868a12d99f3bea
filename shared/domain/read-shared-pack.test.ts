import { describe, expect, it } from 'vitest';
import { readSharedPack } from './read-shared-pack.ts';
import { MOST_LINES, type SharedPackKind } from './shared-pack.ts';

let no = 0;
const newId = (): string => `019a0000-0000-7000-8000-${String(++no).padStart(12, '0')}`;
const organisation = (over: object = {}) => ({ id: newId(), what: 'organisation', name: 'Adăpost', kind: 'NGO', phone: '+40 264 000 001', helpsWith: ['ACCOMMODATION'], ...over });
const course = (over: object = {}) => ({ id: newId(), what: 'programme', code: 'ALF-1', title: { en: 'a', it: 'b', ro: 'c' }, area: 'EDUCATION', provider: 'Școala', hours: 20, ...over });
const goal = (over: object = {}) => ({ id: newId(), what: 'goal', domain: 'FINANCE', line: 'SOCIAL', horizon: 'IN_CUSTODY', lang: 'ro', title: 'Plătesc', measure: 'Am plătit', steps: [{ owner: 'PERSON', carriesOver: false, text: 'Scriu' }], ...over });
const pack = (lines: unknown, kind: SharedPackKind = 'directory', over: object = {}) => ({ format: 'varco-pack', version: 1, kind, dataAsOf: '2026-11-22', lines, ...over });
const read = (lines: unknown, kind: SharedPackKind = 'directory', over: object = {}) => readSharedPack(pack(lines, kind, over), kind);

const twice = organisation();

describe('what is no pack', () => {
  it.each<[string, unknown, SharedPackKind?, object?]>([
    ['two lines with one id', [twice, { ...twice, name: 'B' }]],
    ['a programme in a directory', [course()]],
    ['a service in a catalogue', [organisation()], 'catalogue'],
    ['another kind inside than outside', [organisation()], 'directory', { kind: 'catalogue' }],
    ['a kind nobody knows', [organisation()], 'directory', { kind: 'case' }],
    ['too many lines', Array.from({ length: MOST_LINES + 1 }, () => organisation())],
    ['no list', 'x'],
    ['a line that is none', [null]],
    ['another format', [organisation()], 'directory', { format: 'varco-case' }],
    ['another version', [organisation()], 'directory', { version: 2 }],
    ['a day that is none', [organisation()], 'directory', { dataAsOf: '2026-02-30' }],
    ['a name that is too long', [organisation({ name: 'A'.repeat(201) })]],
    ['no name', [organisation({ name: '   ' })]],
    ['a formula', [organisation({ name: '=HYPERLINK("http://x")' })]],
    ['a formula behind spaces', [organisation({ name: '  =1+1' })]],
    ['a formula with a plus', [organisation({ address: '+1+1' })]],
    ['a formula with a minus', [organisation({ opening: '-2+3' })]],
    ['a formula with an at', [course({ code: '@SUM(1)' })], 'catalogue'],
    ['a formula as a telephone number', [organisation({ phone: '+cmd|A1' })]],
    ['a text that turns the direction of writing', [organisation({ name: 'Bun\u202Etxe' })]],
    ['a text of no width', [organisation({ name: 'A\u200BB' })]],
    ['a control character', [organisation({ name: 'A\u0007' })]],
    ['a second line in a name', [organisation({ name: 'A\nB' })]],
    ['an id that is a path', [organisation({ id: '../x' })]],
    ['a code with markup', [organisation({ kind: '<b>' })]],
    ['a hundred things it helps with', [organisation({ helpsWith: Array.from({ length: 100 }, () => 'FINANCE') })]],
    ['an address that is no text', [organisation({ address: { href: 'x' } })]],
    ['an e-mail with a script', [organisation({ email: 'javascript:alert(1)' })]],
    ['too many people there', [organisation({ persons: Array.from({ length: 6 }, () => ({ name: 'A' })) })]],
    ['a sort of line that is no word', [{ id: newId(), what: '__proto__' }]],
    ['hours without end', [course({ hours: 1e9 })], 'catalogue'],
    ['hours that are no number', [course({ hours: '20' })], 'catalogue'],
    ['a title in one language', [course({ title: { ro: 'a' } })], 'catalogue'],
    ['a goal without steps', [goal({ steps: [] })], 'templates'],
    ['a goal with too many steps', [goal({ steps: Array.from({ length: 9 }, () => ({ owner: 'PERSON', carriesOver: false, text: 'x' })) })], 'templates'],
    ['a step with a formula', [goal({ steps: [{ owner: 'PERSON', carriesOver: false, text: '=1' }] })], 'templates'],
  ])('%s', (_what, lines, kind = 'directory', over = {}) => expect(read(lines, kind, over)).toBeUndefined());

  it.each([undefined, null, 7, 'x', [], {}])('%j', (json) => expect(readSharedPack(json, 'directory')).toBeUndefined());
});

describe('what a later version may have added', () => {
  it('fields stay with the line as it came, and are not read', () => {
    const [line] = read([organisation({ rating: 5, persons: [{ name: 'Maria', since: 2020 }] })])?.lines ?? [];
    expect(line).toMatchObject({ what: 'organisation', raw: { rating: 5 }, content: { persons: [{ name: 'Maria', publishes: false }] } });
    expect(line).not.toHaveProperty('content.rating');
  });

  it('a kind of service, or what it helps with, is kept as text', () =>
    expect(read([organisation({ kind: 'MOON_BASE', helpsWith: ['SPACE'] })])?.lines).toMatchObject([{ what: 'organisation', content: { kind: 'MOON_BASE', helpsWith: ['SPACE'] } }]));

  it.each<[string, SharedPackKind, object, readonly string[]]>([
    ['an area of a programme', 'catalogue', course({ area: 'ASTRONOMY' }), ['area = ASTRONOMY']],
    ['a domain and a horizon of a goal', 'templates', goal({ domain: 'SPACE', horizon: 'NEVER' }), ['domain = SPACE', 'horizon = NEVER']],
    ['who does a step', 'templates', goal({ steps: [{ owner: 'ROBOT', carriesOver: false, text: 'x' }] }), ['steps.0.owner = ROBOT']],
    ['a language', 'templates', goal({ lang: 'fr' }), ['lang = fr']],
    ['a sort of line', 'directory', { id: newId(), what: 'leaflet', text: 'x' }, ['what = leaflet']],
  ])('%s: the line is kept and cannot be taken over', (_what, kind, line, unknown) => expect(read([line], kind)?.lines).toMatchObject([{ what: 'unknown', unknown, raw: line }]));
});
