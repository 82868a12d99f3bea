import type { ElectronApplication } from '@playwright/test';

/** Real media for a program that was started with `mounts`: they are put in and pulled out while it runs. */

const run = (app: ElectronApplication, commands: readonly (readonly string[])[]): Promise<void> =>
  app.evaluate((_electron, lines) => {
    const { execFileSync } = process.getBuiltinModule('node:child_process');
    for (const [command = '', ...rest] of lines) execFileSync(command, rest);
  }, commands);

const at = (name: string): string => `/media/a/${name}`;

/** Makes room for media, before the first is put in. */
export const makeSlots = (app: ElectronApplication): Promise<void> => run(app, [['mount', '-t', 'tmpfs', 'none', '/media'], ['mkdir', '-p', '/media/a']]);

/** Puts in a stick that lies in a folder: what is written on it stays in the folder when it is pulled out. Returns where it is seen. */
export const putIn = async (app: ElectronApplication, name: string, folder: string): Promise<string> => {
  await run(app, [['mkdir', '-p', at(name)], ['mount', '--bind', folder, at(name)]]);
  return at(name);
};

/** Puts in an empty stick with these options of tmpfs: small, full, or write-protected. Returns where it is seen. */
export const putInEmpty = async (app: ElectronApplication, name: string, options: string): Promise<string> => {
  await run(app, [['mkdir', '-p', at(name)], ['mount', '-t', 'tmpfs', '-o', options, 'none', at(name)]]);
  return at(name);
};

/** Pulls it out, in the middle of whatever is done with it. */
export const pullOut = (app: ElectronApplication, name: string): Promise<void> => run(app, [['umount', '-l', at(name)], ['rmdir', at(name)]]);

/** What lies on it, as the program sees it. */
export const namesOn = (app: ElectronApplication, name: string): Promise<string[]> =>
  app.evaluate((_electron, folder) => process.getBuiltinModule('node:fs').readdirSync(folder).toSorted(), at(name));
