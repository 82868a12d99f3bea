import { describe, expect, it } from 'vitest';
import { catalogues } from '../../../shared/i18n/index.ts';
import { shellAct } from '../../app/shell/use-shell-keys.ts';
import { matches, narrowed, PEOPLE, type EntryGroup } from './palette-rules.ts';
import { shortcutGroups } from './shortcuts.ts';

const entry = (id: string, label: string, also?: string) => ({ id, label, run: () => undefined, ...(also === undefined ? {} : { also }) });
const groups: readonly EntryGroup[] = [
  { id: 'acts', title: 'Comenzi', entries: [entry('note', 'Notă nouă'), entry('lock', 'Blochează')] },
  { id: 'screens', title: 'Ecrane', entries: [entry('people', 'Persoane'), entry('register', 'Import din registru'), entry('registry', 'Registru')] },
  { id: PEOPLE, title: 'Persoane', entries: [entry('p1', 'Notaru Ion'), entry('p2', 'Blaga Ana')] },
];
const ids = (typed: string): readonly string[] => narrowed(groups, typed).flatMap(({ items }) => items.map(({ id }) => id));

describe('an entry', () => {
  it.each([
    ['Notă nouă', 'nota', true],
    ['Notă nouă', 'nou not', true],
    ['Import din registru', 'reg', true],
    ['Import din registru', 'gistru', false],
    ['Blochează', 'BLOCHEAZĂ', true],
    ['Notă nouă', '  ', true],
  ])('“%s” by “%s”: %s', (label, typed, found) => expect(matches(entry('x', label), typed)).toBe(found));

  it('is found by its other words', () => {
    expect(matches(entry('x', 'Limba: Italiano', 'italiană'), 'italian')).toBe(true);
  });
});

describe('the palette', () => {
  it('offers everything before anything is typed', () => expect(ids('')).toEqual(['note', 'lock', 'people', 'register', 'registry', 'p1', 'p2']));
  it('puts first what begins as it is typed', () => {
    expect(ids('pers')).toEqual(['people', 'p1', 'p2']);
    expect(ids('blaga')[0]).toBe('p1');
    expect(ids('not')[0]).toBe('note');
    expect(ids('regis')).toEqual(['registry', 'register', 'p1', 'p2']);
  });
  it('leaves people to the core, which knows numbers too', () => expect(ids('tm-2025')).toEqual(['p1', 'p2']));
});

describe('a key', () => {
  const key = (name: string, ctrl = false, more: Partial<Record<'altKey' | 'shiftKey' | 'metaKey', boolean>> = {}) => ({ key: name, ctrlKey: ctrl, altKey: false, shiftKey: false, metaKey: false, ...more });
  it.each([
    ['Ctrl K', key('k', true), false, 'palette'],
    ['Ctrl K with caps lock', key('K', true), true, 'palette'],
    ['Ctrl N while typing', key('n', true), true, 'note'],
    ['Command N', key('n', false, { metaKey: true }), false, 'note'],
    ['Ctrl L', key('l', true), true, 'lock'],
    ['F1 while typing', key('F1'), true, 'keys'],
    ['slash', key('/'), false, 'search'],
    ['slash while typing', key('/'), true, undefined],
    ['question mark', key('?', false, { shiftKey: true }), false, 'keys'],
    ['question mark while typing', key('?', false, { shiftKey: true }), true, undefined],
    ['Ctrl Shift N', key('N', true, { shiftKey: true }), false, undefined],
    ['AltGr K', key('k', true, { altKey: true }), false, undefined],
    ['a letter', key('n'), false, undefined],
  ])('%s', (_name, event, typing, act) => expect(shellAct(event, typing)).toBe(act));

  it('of the help has its words in every language', () => {
    for (const { common } of Object.values(catalogues)) {
      for (const { where, shortcuts } of shortcutGroups) {
        expect(common.palette.where).toHaveProperty(where);
        for (const { does } of shortcuts) expect(common.palette.does).toHaveProperty(does);
      }
    }
  });
});
