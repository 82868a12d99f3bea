import pdfmake from 'pdfmake';
import { faces, fontDictionary } from './fonts.ts';
import { printableContent } from './printable.ts';
import './tags/overlay.ts';
import type { Definition } from './types.ts';

/** The part of pdfmake its types leave out. */
interface WithFiles {
  readonly virtualfs: { readonly writeFileSync: (name: string, bytes: Buffer) => void };
}

for (const [name, bytes] of Object.entries(faces)) (pdfmake as unknown as WithFiles).virtualfs.writeFileSync(name, bytes);
// Nothing is ever fetched or read from disk while a document is made, whatever its texts contain.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/**
 * Refuses what pdfmake accepts in silence: it ignores unknown conformance levels and takes a password together with
 * PDF/A although the standard forbids it. Level "a" is what `tags/` makes true. Dates must be fixed.
 * @throws TypeError naming what is refused
 */
export const guard = ({ pdf, subset }: Definition): void => {
  const given: { readonly [key: string]: unknown } = { ...pdf };
  if ((subset as string) !== 'PDF/A-3a' || (given['subset'] !== undefined && given['subset'] !== subset)) throw new TypeError('only PDF/A-3a is allowed');
  for (const key of ['userPassword', 'ownerPassword', 'permissions']) if (given[key] !== undefined) throw new TypeError(`PDF/A with ${key}`);
  if (given['tagged'] === false) throw new TypeError('every document is tagged');
  if (!(pdf.info?.creationDate instanceof Date) || Number.isNaN(pdf.info.creationDate.getTime())) throw new TypeError('a fixed creation date is missing');
  if (pdf.language === undefined || pdf.info.title === undefined) throw new TypeError('language or title is missing');
};

/**
 * The bytes of a definition as tagged PDF/A-3a and PDF/UA-1, in this thread (a ten-page plan takes 0.2–0.4 s: callers use `renderDocument`).
 * The same definition gives the same bytes.
 * @param onProgress called with a share of 0–1, once per hundredth at most: pdfmake tells of every mark it makes
 */
export const makePdf = async (definition: Definition, onProgress: (share: number) => void = () => {}): Promise<{ pdf: Uint8Array; pages: number }> => {
  guard(definition);
  pdfmake.setFonts(fontDictionary());
  let told = 0;
  pdfmake.setProgressCallback((share) => {
    if (share < 1 && share - told < 0.01) return;
    told = share;
    onProgress(share);
  });
  const at = definition.pdf.info?.creationDate;
  const files = Object.fromEntries(
    definition.files.map(({ name, type, description, bytes }) => [
      name,
      { src: `data:${type};base64,${Buffer.from(bytes).toString('base64')}`, name, type, description, relationship: 'Data' as const, creationDate: at, modifiedDate: at },
    ]),
  );
  let pages = 0;
  const { footer, ...pdf } = printableContent(definition.pdf);
  const made = pdfmake.createPdf({
    ...pdf,
    subset: definition.subset,
    tagged: true,
    files,
    footer: (current, count, size) => {
      pages = count;
      return typeof footer === 'function' ? footer(current, count, size) : footer;
    },
  });
  return { pdf: new Uint8Array(await made.getBuffer()), pages };
};
