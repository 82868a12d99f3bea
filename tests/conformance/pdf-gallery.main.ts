import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language } from '../../shared/domain/base.ts';
import { renderPages } from '../../electron/core/documents/render.ts';
import { everyDocument } from '../../electron/core/documents/testing/every-document.ts';

// Writes every document of the synthetic fixtures in every language into a folder, so that the pages can be looked at:
//   node scripts/build.mjs core && node out/core/dev-pdf-gallery.js FOLDER [plan|copy|wing|slip|answer|itinerary|pack|copy-large|…]
//   for f in FOLDER/*.pdf; do pdftoppm -r 60 -png "$f" "${f%.pdf}"; done
const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: pdf-gallery FOLDER');
mkdirSync(folder, { recursive: true });
for (const fill of ['rich', 'bare'] as const) {
  for (const language of Language.options) {
    for (const [kind, request] of everyDocument(fill, language, { demo: language === 'it' }).filter(([which]) => [which, undefined].includes(process.argv[3]))) {
      const started = performance.now();
      const { pdf, pages } = await renderPages(request);
      const file = `${fill}-${kind}-${language}.pdf`;
      writeFileSync(join(folder, file), pdf);
      process.stdout.write(`${file} ${pages} pages ${pdf.length} bytes ${Math.round(performance.now() - started)} ms\n`);
    }
  }
}
