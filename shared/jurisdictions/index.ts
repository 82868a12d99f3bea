import { loadJurisdictions } from '../domain/jurisdiction.ts';

/** The countries of this program: every file of this folder, read and checked once. */
export const jurisdictions = loadJurisdictions(import.meta.glob<unknown>('./*.json', { eager: true, import: 'default' }));
