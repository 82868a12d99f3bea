import { leaveOutFinder, loadLeaveOutWords } from '../domain/leave-out.ts';

/** What should rather be left out of a text, by the lists of this folder. */
export const leaveOutHits = leaveOutFinder(loadLeaveOutWords(import.meta.glob<unknown>('./*.json', { eager: true, import: 'default' })));
