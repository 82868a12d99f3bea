import type { ElectronApplication, Page } from '@playwright/test';

/**
 * Puts folders in as sticks: the program reads which file systems are mounted, and these are added to what it reads.
 * Everything behind that, free space and files included, is real.
 */
export const plugIn = async (app: ElectronApplication, folders: readonly string[]): Promise<void> =>
  app.evaluate((_electron, paths) => {
    const files = process.getBuiltinModule('node:fs/promises');
    const { syncBuiltinESMExports } = process.getBuiltinModule('node:module');
    const known = globalThis as { realReadFile?: typeof files.readFile };
    const real = (known.realReadFile ??= files.readFile);
    const readFile = async (path: unknown, ...rest: unknown[]): Promise<unknown> =>
      path === '/proc/self/mounts' ? paths.map((folder) => `/dev/sdz1 ${folder} vfat rw 0 0`).join('\n') : (real as (...all: unknown[]) => Promise<unknown>)(path, ...rest);
    Object.assign(files, { readFile });
    syncBuiltinESMExports();
  }, folders);

/** Drops files of the disk on the window, as a hand does from the file manager. */
export const dropFiles = async (page: Page, files: readonly string[]): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data: { items: [], files: [...files], dragOperationsMask: 1 } });
  }
  await session.detach();
};
