/** Every key there is to know, by where it works: the help and the palette tell the same ones. */
export interface Shortcut {
  /** key of its words, below `common:palette.does` */
  readonly does: string;
  /** each a way of its own */
  readonly keys: readonly string[];
}

export interface ShortcutGroup {
  /** key of its title, below `common:palette.where` */
  readonly where: string;
  readonly shortcuts: readonly Shortcut[];
}

export const actKeys = { palette: 'Ctrl K', note: 'Ctrl N', search: '/', lock: 'Ctrl L', together: 'F9', keys: 'F1' } as const;

export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    where: 'anywhere',
    shortcuts: [
      { does: 'palette', keys: [actKeys.palette] },
      { does: 'note', keys: [actKeys.note] },
      { does: 'search', keys: [actKeys.search] },
      { does: 'together', keys: [actKeys.together] },
      { does: 'lock', keys: [actKeys.lock] },
      { does: 'keys', keys: [actKeys.keys, '?'] },
      { does: 'told', keys: ['F6'] },
      { does: 'zoom', keys: ['Ctrl +', 'Ctrl −', 'Ctrl 0'] },
      { does: 'fullScreen', keys: ['F11'] },
    ],
  },
  {
    where: 'list',
    shortcuts: [
      { does: 'move', keys: ['↑', '↓'] },
      { does: 'page', keys: ['PgUp', 'PgDn'] },
      { does: 'ends', keys: ['Home', 'End'] },
      { does: 'letters', keys: ['A … Z'] },
      { does: 'open', keys: ['Enter'] },
      { does: 'choose', keys: ['␣'] },
      { does: 'chooseSpan', keys: ['Shift ↑', 'Shift ↓'] },
      { does: 'chooseAll', keys: ['Ctrl A', 'Esc'] },
    ],
  },
  {
    where: 'form',
    shortcuts: [
      { does: 'send', keys: ['Ctrl Enter'] },
      { does: 'leave', keys: ['Esc'] },
      { does: 'next', keys: ['Tab', 'Shift Tab'] },
      { does: 'removeChip', keys: ['Backspace'] },
    ],
  },
  {
    where: 'tabs',
    shortcuts: [{ does: 'tabs', keys: ['←', '→'] }],
  },
];
