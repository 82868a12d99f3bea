import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeToMedium } from '../../electron/core/envelope/write-medium.ts';

/**
 * Writes a file of SIZE bytes to FOLDER, which the caller made a special file system, and prints `written` or the code.
 * With FILL as a third argument the rest of the medium is filled as soon as writing began.
 */
const [folder = '', size = '', filling] = process.argv.slice(2);
// the kernel would kill us at the limit of file size instead of refusing the write
process.on('SIGXFSZ', () => undefined);

const fill = (): void => {
  try {
    writeFileSync(join(folder, 'filler'), Buffer.alloc(4 * 1024 * 1024));
  } catch {
    // full, as wanted
  }
};

const onProgress = filling === 'FILL' ? fill : undefined;
const bytes = Buffer.alloc(Number(size), 1);
writeToMedium({ folder, fileName: 'VARCO-handover-RB-2026-000042.zip.age', bytes, ...(onProgress && { onProgress }) }).then(
  () => process.stdout.write('written\n'),
  (error: unknown) => process.stdout.write(`${error instanceof Error && 'code' in error ? String(error.code) : String(error)}\n`),
);
