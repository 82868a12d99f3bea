import { loadNeedsForms } from '../domain/needs-form.ts';

/** The question forms of this program: every file of this folder, read and checked once. */
export const needsForms = loadNeedsForms(import.meta.glob<unknown>('./*.json', { eager: true, import: 'default' }));
