import { serveJob } from '../worker-job.ts';
import { codesOf } from './codes.ts';
import { JPEG_START, readJpeg } from './jpeg.ts';
import { readPdf, type PageFault } from './pdf.ts';
import { forKeeping, turned, type Picture } from './picture.ts';
import { PNG_START, readPng } from './png.ts';
import type { ReadPage } from './read-scan.ts';
import { ScanError } from './scan-error.ts';

const PDF_START = Buffer.from('%PDF-');

/** Told by its first bytes, never by its name. @throws ScanError empty, notAScan */
async function* pagesOf(bytes: Buffer): AsyncGenerator<Picture | PageFault, void, void> {
  const begins = (start: Buffer): boolean => bytes.subarray(0, start.length).equals(start);
  if (bytes.length === 0) throw new ScanError('empty');
  if (begins(PNG_START)) yield readPng(bytes);
  else if (begins(JPEG_START)) yield readJpeg(bytes);
  else if (begins(PDF_START)) yield* readPdf(new Uint8Array(bytes));
  else throw new ScanError('notAScan');
}

serveJob<{ readonly bytes: Uint8Array }, ReadPage[]>(async ({ bytes }, progress) => {
  const pages: ReadPage[] = [];
  for await (const page of pagesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
    if (typeof page === 'string') pages.push({ fault: page });
    else {
      const { texts, quarters } = await codesOf(page);
      pages.push({ codes: texts, ...forKeeping(turned(page, quarters)) });
    }
    progress(pages.length);
  }
  return pages;
});
