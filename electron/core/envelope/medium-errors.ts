import { EnvelopeError, type EnvelopeErrorCode } from './error.ts';

/** The system's own code of a failure (`ENOSPC`), or an empty text. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const meanings: Readonly<Record<string, EnvelopeErrorCode>> = {
  ENOSPC: 'MEDIUM_FULL',
  EDQUOT: 'MEDIUM_FULL',
  EFBIG: 'MEDIUM_FILE_LIMIT',
  EROFS: 'MEDIUM_READ_ONLY',
  EACCES: 'MEDIUM_READ_ONLY',
  EPERM: 'MEDIUM_READ_ONLY',
  ENAMETOOLONG: 'MEDIUM_NAME',
  EEXIST: 'MEDIUM_EXISTS',
  ENOENT: 'MEDIUM_REMOVED',
  ENOTDIR: 'MEDIUM_REMOVED',
  ENODEV: 'MEDIUM_REMOVED',
  ENXIO: 'MEDIUM_REMOVED',
  EIO: 'MEDIUM_REMOVED',
};

/** What reading from a medium ran into: gone, or not to be read. */
export const readError = (error: unknown): unknown => {
  const code = codeOf(error);
  if (error instanceof EnvelopeError || !/^E[A-Z]+$/.test(code)) return error;
  return meanings[code] === 'MEDIUM_REMOVED' ? new EnvelopeError('MEDIUM_REMOVED', {}, error) : new EnvelopeError('MEDIUM_UNREADABLE', { reason: code }, error);
};

/** Says what happened to the medium; the system's own message holds a path and stays inside. */
export const mediumError = (error: unknown, name: string): unknown => {
  const code = codeOf(error);
  if (error instanceof EnvelopeError || code === '') return error;
  const meaning = meanings[code];
  return meaning === undefined ? new EnvelopeError('MEDIUM_FAILED', { reason: code }, error) : new EnvelopeError(meaning, { name }, error);
};

/** Whether the medium or this computer failed, so that nothing can be said about the envelope. */
export const isAboutPlace = ({ code }: EnvelopeError): boolean => code.startsWith('MEDIUM_') || code === 'SPOOL_FAILED';
