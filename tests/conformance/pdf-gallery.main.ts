import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language } from '../../shared/domain/base.ts';
import { personCopyView } from '../../electron/core/documents/person-copy-view.ts';
import { PaperFormKind } from '../../shared/domain/paper-form.ts';
import { renderPages } from '../../electron/core/documents/render.ts';
import { bareCaseFile, letterOf, noticeOf, printMeta, richCaseFile, slipOf, wingOf } from '../../electron/core/documents/testing/case-file.ts';
import { answerOf, paperFormOf } from '../../electron/core/documents/testing/papers.ts';
import { bareFacts, paperOf, richFacts } from '../../electron/core/documents/testing/first-days.ts';
import type { DocumentRequest } from '../../electron/core/documents/types.ts';

// Writes every document of the synthetic fixtures in every language into a folder, so that the pages can be looked at:
//   node scripts/build.mjs core && node out/core/dev-pdf-gallery.js FOLDER [plan|copy|wing|slip|answer|itinerary|pack|copy-large]
//   for f in FOLDER/*.pdf; do pdftoppm -r 60 -png "$f" "${f%.pdf}"; done
const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: pdf-gallery FOLDER');
mkdirSync(folder, { recursive: true });
for (const [name, caseFile] of Object.entries({ rich: richCaseFile, bare: bareCaseFile })) {
  for (const language of Language.options) {
    const meta = { ...printMeta, demo: language === 'it', ...(name === 'rich' ? { registrationIn: 'SP-204/2026' } : {}) };
    const { recipient: _recipient, mandate: _mandate, ...alone } = caseFile;
    const large = { ...caseFile, person: { ...caseFile.person, readingSupport: 'LARGE_PRINT' as const } };
    const requests: readonly (readonly [string, DocumentRequest])[] = [
      ['plan', { document: 'plan', view: caseFile, language, meta }],
      ['copy', { document: 'person-copy', view: personCopyView(name === 'bare' ? alone : caseFile), language, meta }],
      ['wing', { document: 'wing-list', view: wingOf(name === 'bare'), language, meta }],
      ...PaperFormKind.options.map((kind) => [`form-${kind}`, { document: 'paper-form', view: paperFormOf(kind, name === 'bare'), language, meta }] as const),
      ['answer', { document: 'request-answer', view: answerOf(name === 'bare', language), language, meta }],
      ['slip', { document: 'custody-slip', view: slipOf(caseFile), language, meta }],
      ['letter', { document: 'covering-letter', view: letterOf(caseFile, name === 'bare' ? 1 : 4), language, meta }],
      ['notice', { document: 'revocation-notice', view: noticeOf(caseFile), language, meta }],
      ['slip-batch', { document: 'batch-slip', view: letterOf(caseFile, name === 'bare' ? 1 : 4), language, meta }],
      ['itinerary', { document: 'itinerary', view: paperOf(name === 'bare' ? bareFacts : richFacts), language, meta }],
      ['pack', { document: 'emergency-pack', view: paperOf(name === 'bare' ? bareFacts : richFacts), language, meta }],
      ...(name === 'rich' ? [['copy-large', { document: 'person-copy', view: personCopyView(large), language, meta }] as const] : []),
    ];
    for (const [kind, request] of requests.filter(([which]) => [which, undefined].includes(process.argv[3]))) {
      const started = performance.now();
      const { pdf, pages } = await renderPages(request);
      const file = `${name}-${kind}-${language}.pdf`;
      writeFileSync(join(folder, file), pdf);
      process.stdout.write(`${file} ${pages} pages ${pdf.length} bytes ${Math.round(performance.now() - started)} ms\n`);
    }
  }
}
