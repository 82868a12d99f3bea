import itRegister from './registers/it-register-export.csv?inline';
import roAttendance from './registers/ro-attendance-register.csv?inline';
import roRegister from './registers/ro-register-export.csv?inline';
import roRegisterLater from './registers/ro-register-export-week2.csv?inline';

const bytesOf = (dataUrl: string): Uint8Array => Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');

/** Sample registers, shaped like real exports; every person in them is synthetic. */
export const sampleRegisters = {
  'ro-register-export.csv': bytesOf(roRegister),
  'ro-register-export-week2.csv': bytesOf(roRegisterLater),
  'it-register-export.csv': bytesOf(itRegister),
  'ro-attendance-register.csv': bytesOf(roAttendance),
} as const;
