import { loadChecklists } from '../domain/checklist-template.ts';
import { jurisdictions } from '../jurisdictions/index.ts';

/** The checklists of this program: every file of this folder, read and checked once. */
export const checklists = loadChecklists(import.meta.glob<unknown>('./*.json', { eager: true, import: 'default' }), jurisdictions);
