const CEDILLA: Readonly<Record<string, string>> = { ş: 'ș', Ş: 'Ș', ţ: 'ț', Ţ: 'Ț' };

/** Old Romanian code pages know s and t with cedilla only; the right letters have a comma below. */
export const commaBelow = (text: string): string => text.replace(/[şŞţŢ]/gu, (letter) => CEDILLA[letter] ?? letter);

/** Controls, and the invisible signs that can turn or hide text on a screen. */
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu; // oxlint-disable-line no-control-regex -- the file is hostile

/** Anything but composed Latin letters without cedilla and single spaces inside: most cells have nothing of it. */
const UNCLEAN = /[^ -~\u00c0-\u015d\u0160\u0161\u0164-\u024f]| {2}|^ | $/u;

/** A cell as we keep it: composed letters, comma below, no invisible signs, single spaces, trimmed. */
export const clean = (text: string): string =>
  UNCLEAN.test(text) ? commaBelow(text.normalize('NFC')).replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim() : text;

/** Blank, or one of the signs offices write for "nothing". */
export const isBlank = (text: string): boolean => /^(?:|[-–—/.*]+|n\/a)$/iu.test(clean(text));

/**
 * Whether a spreadsheet would take this text for a formula (= + - @ tab, return; full-width forms too).
 * Spaces and invisible signs before it do not save it, because they are trimmed later.
 */
export const isFormula = (text: string): boolean => {
  if (isBlank(text)) return false;
  return /^[\t\r]/u.test(text) || /^[=+\-@＝＋－＠]/u.test(clean(text));
};

/** Text for a cell of any file we write: what a spreadsheet would compute is given a leading apostrophe. */
export const safeCell = (text: string): string => (/^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/u.test(text) ? `'${text}` : text);
