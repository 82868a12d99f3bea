/** The victim: does deeds of one kind without end, saying before and after each what it did. */
import { say, type Kind, type Task } from './lines.ts';
import { makeBackups } from './victims/backup.ts';
import { logIn } from './victims/login.ts';
import { restoreBackups } from './victims/restore.ts';
import { saveActs } from './victims/save.ts';
import { changeStaff } from './victims/users.ts';

const VICTIMS: { readonly [K in Kind]: (task: Task) => Promise<void> } = { save: saveActs, login: logIn, users: changeStaff, backup: makeBackups, restore: restoreBackups };

/** Lives until it is killed. What it could not do it says, because under Electron nobody reads its standard error. */
export const runChild = async (task: Task): Promise<void> => {
  await say({ ready: process.pid });
  try {
    await VICTIMS[task.kind](task);
  } catch (error) {
    await say({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    throw error;
  }
};
