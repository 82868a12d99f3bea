import { saveFile } from '../../save-file.ts';
import type { AuditEvent } from '../../vault/types.ts';
import type { Work } from '../work.ts';

/**
 * Writes something in clear to a file the person named. It is recorded before it is written, so that nothing is outside
 * of which the audit trail does not know; when it could not be written, that is recorded too.
 * @returns the file's name
 */
export const saveRecorded = async (work: Work, path: string, bytes: Uint8Array, audit: AuditEvent): Promise<string> => {
  await work.vault.commit([], audit);
  try {
    return await saveFile(path, bytes);
  } catch (error) {
    await work.vault.commit([], { ...audit, details: { ...audit.details, written: false } });
    throw error;
  }
};
