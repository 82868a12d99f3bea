import bold from '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf?inline';
import boldItalic from '@expo-google-fonts/atkinson-hyperlegible-next/700Bold_Italic/AtkinsonHyperlegibleNext_700Bold_Italic.ttf?inline';
import italic from '@expo-google-fonts/atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf?inline';
import { FONT } from './font-name.ts';
import regular from '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf?inline';

const bytesOf = (dataUrl: string): Buffer => Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');

/**
 * The four faces, inlined into the bundle when it is built: neither the source tree nor a package is searched for files.
 * Keys are names in pdfmake's virtual file system.
 */
export const faces = {
  'regular.ttf': bytesOf(regular),
  'bold.ttf': bytesOf(bold),
  'italic.ttf': bytesOf(italic),
  'bold-italic.ttf': bytesOf(boldItalic),
} as const;

/** pdfmake's font dictionary: a fresh one per use, since pdfmake writes into it. */
export const fontDictionary = (): Record<string, { normal: string; bold: string; italics: string; bolditalics: string }> => ({
  [FONT]: { normal: 'regular.ttf', bold: 'bold.ttf', italics: 'italic.ttf', bolditalics: 'bold-italic.ttf' },
});
