import type { MenuItemConstructorOptions } from 'electron';

/** What the menu's own entries do. */
export interface MenuActions {
  readonly lock: () => void;
  readonly sideBySide: () => void;
}

type Text = (key: string) => string;

/** The whole menu. No entry reloads, opens the browser's tools or leads out of the program. */
export const menuTemplate = (text: Text, actions: MenuActions): MenuItemConstructorOptions[] => [
  {
    label: text('menu.program'),
    submenu: [
      { id: 'lock', label: text('menu.lock'), accelerator: 'CommandOrControl+L', click: actions.lock },
      { type: 'separator' },
      { role: 'quit', label: text('menu.quit') },
    ],
  },
  {
    label: text('menu.edit'),
    submenu: [
      { role: 'undo', label: text('menu.undo') },
      { role: 'redo', label: text('menu.redo') },
      { type: 'separator' },
      { role: 'cut', label: text('menu.cut') },
      { role: 'copy', label: text('menu.copy') },
      { role: 'paste', label: text('menu.paste') },
      { role: 'selectAll', label: text('menu.selectAll') },
    ],
  },
  {
    label: text('menu.view'),
    submenu: [
      { id: 'side-by-side', label: text('menu.sideBySide'), accelerator: 'F9', click: actions.sideBySide },
      { type: 'separator' },
      { role: 'zoomIn', label: text('menu.zoomIn'), accelerator: 'CommandOrControl+Plus' },
      // the plus sign without Shift, and the key pad
      { role: 'zoomIn', label: text('menu.zoomIn'), accelerator: 'CommandOrControl+=', visible: false },
      { role: 'zoomIn', label: text('menu.zoomIn'), accelerator: 'CommandOrControl+numadd', visible: false },
      { role: 'zoomOut', label: text('menu.zoomOut'), accelerator: 'CommandOrControl+-' },
      { role: 'zoomOut', label: text('menu.zoomOut'), accelerator: 'CommandOrControl+numsub', visible: false },
      { role: 'resetZoom', label: text('menu.resetZoom'), accelerator: 'CommandOrControl+0' },
      { type: 'separator' },
      { role: 'togglefullscreen', label: text('menu.fullScreen'), accelerator: 'F11' },
    ],
  },
];

/** The menu of the right mouse button in a text field. */
export const editTemplate = (text: Text, flags: { readonly canCut: boolean; readonly canCopy: boolean; readonly canPaste: boolean }): MenuItemConstructorOptions[] => [
  { role: 'cut', label: text('menu.cut'), enabled: flags.canCut },
  { role: 'copy', label: text('menu.copy'), enabled: flags.canCopy },
  { role: 'paste', label: text('menu.paste'), enabled: flags.canPaste },
];
