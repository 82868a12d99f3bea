/** The one family of every document, the same as on the screen. */
export const FONT = 'Atkinson';
