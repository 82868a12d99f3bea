import type { CaseDocumentChoice, Preview } from '../../../shared/contract/documents.ts';
import type { PackDocument } from '../../../shared/contract/packs.ts';
import { Language } from '../../../shared/domain/base.ts';
import type { Client } from '../../app/connection.ts';

/** Something that can be looked at, printed and saved, in one language or in the one that is chosen. */
export interface Paper {
  /** key of its title in the texts */
  readonly title: string;
  readonly languages: readonly Language[];
  readonly look: (client: Client, language: Language, signal: AbortSignal) => Promise<Preview>;
  /** `pages`: absent where they are not counted; without it the paper can only be printed */
  readonly save?: (client: Client, language: Language, file: string) => Promise<{ readonly name: string; readonly pages?: number }>;
  /** records that a preview is about to be printed; as the documents of a case, unless said */
  readonly print?: (client: Client, previewId: string, pages: number) => Promise<{ readonly ticket: string }>;
  /** key of the suggested file name, which names no person */
  readonly fileName: string;
}

const titles = { plan: 'handover:documents.plan', 'person-copy': 'handover:documents.copy', itinerary: 'enums:documentKind.itinerary', 'emergency-pack': 'documents:packs.emergency', 'custody-slip': 'documents:screen.slip', 'covering-letter': 'enums:documentKind.covering-letter', 'revocation-notice': 'enums:documentKind.revocation-notice', 'request-answer': 'requests:slip.paper' } as const;
const fileNames = { plan: 'handover:documents.planFile', 'person-copy': 'handover:documents.copyFile', itinerary: 'documents:screen.itineraryFile', 'emergency-pack': 'documents:screen.packFile', 'custody-slip': 'documents:screen.slipFile', 'covering-letter': 'documents:screen.letterFile', 'revocation-notice': 'documents:screen.noticeFile', 'request-answer': 'requests:slip.file' } as const;

/** A document made of this person's case. */
export const casePaper = ({ personId, document, handoverId, requestId }: Omit<CaseDocumentChoice, 'language'>): Paper => {
  const choice = (language: Language): CaseDocumentChoice => ({ personId, document, language, ...(handoverId === undefined ? {} : { handoverId }), ...(requestId === undefined ? {} : { requestId }) });
  return {
    title: titles[document],
    languages: Language.options,
    look: (client, language, signal) => client.documents.preview(choice(language), { signal }),
    save: (client, language, file) => client.documents.save({ ...choice(language), file }),
    fileName: fileNames[document],
  };
};

/** The plan that came in an envelope, in the one language it came in. */
export const receivedPlan = (arrivalId: string, language: Language): Paper => ({
  title: 'handover:documents.plan',
  languages: [language],
  look: (client, _language, signal) => client.imports.previewDocument({ arrivalId }, { signal }),
  save: (client, _language, file) => client.imports.saveDocument({ arrivalId, file }),
  fileName: 'handover:arrivals.printFile',
});

/** A paper of a prepared pack, in the language it was prepared in. It is printed, never saved as a file. */
export const packPaper = (personId: string, document: PackDocument, language: Language): Paper => ({
  title: titles[document],
  languages: [language],
  look: (client, _language, signal) => client.packs.preview({ personId, document }, { signal }),
  print: (client, previewId, pages) => client.packs.print({ previewId, pages }),
  fileName: fileNames[document],
});
