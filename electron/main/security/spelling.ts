import type { Session } from 'electron';

/** Spelling dictionaries would be downloaded, and what is typed would be learned. */
export const denySpelling = (session: Session): void => {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
};
