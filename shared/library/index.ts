import { loadLibrary } from '../domain/objective-library.ts';

/** Goals as others have set them: every file of this folder, read and checked once. */
export const objectiveLibrary = loadLibrary(import.meta.glob<unknown>('./*.json', { eager: true, import: 'default' }));
