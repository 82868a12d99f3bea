import { loadProfiles } from '../domain/profile.ts';

/** The recipient profiles of this program: every file of this folder, read and checked once. */
export const profiles = loadProfiles(import.meta.glob<unknown>('./*.json', { eager: true, import: 'default' }));
