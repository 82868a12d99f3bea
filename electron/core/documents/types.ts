import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Language } from '../../../shared/domain/base.ts';
import type { CaseFile } from '../../../shared/domain/casefile.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { BatchSlipView } from './batch-slip.ts';
import type { CoveringLetterView } from './covering-letter.ts';
import type { CustodySlipView } from './custody-slip.ts';
import type { FirstDaysPaper } from './first-days-view.ts';
import type { PersonCopyView } from './person-copy-view.ts';
import type { PaperFormView } from './paper-form.ts';
import type { RefusalSlipView } from './refusal-slip.ts';
import type { WingListView } from './wing-list.ts';
import type { RecoverySheetView } from './recovery-sheet.ts';
import type { RevocationNoticeView } from './revocation-notice.ts';
import type { RevocationSheetView } from './revocation-sheet.ts';
import type { RequestAnswerView } from './request-answer.ts';

export type { Content };
export type { Tag } from './tags/tag.ts';

/** What a print is made with besides its content. The same view, language and meta give the same bytes. */
export interface DocumentMeta {
  /** instant (ISO 8601, UTC) written as creation date into the file */
  readonly createdAt: string;
  /** the civil date of the site on which it is printed: shown on every page */
  readonly today: CivilDate;
  /** number the receiving service registered it under, once known; it is no part of what was handed over */
  readonly registrationIn?: string;
  /** made with sample data: a watermark says so on every page */
  readonly demo?: boolean;
}

/** One document to make: which, of what, in which language. */
export type DocumentRequest = {
  readonly language: Language;
  readonly meta: DocumentMeta;
} & (
  | { readonly document: 'plan'; readonly view: CaseFile }
  | { readonly document: 'person-copy'; readonly view: PersonCopyView }
  | { readonly document: 'itinerary' | 'emergency-pack'; readonly view: FirstDaysPaper }
  | { readonly document: 'custody-slip'; readonly view: CustodySlipView }
  | { readonly document: 'covering-letter'; readonly view: CoveringLetterView }
  | { readonly document: 'batch-slip'; readonly view: BatchSlipView }
  | { readonly document: 'revocation-notice'; readonly view: RevocationNoticeView }
  | { readonly document: 'refusal-slip'; readonly view: RefusalSlipView }
  | { readonly document: 'paper-form'; readonly view: PaperFormView }
  | { readonly document: 'request-answer'; readonly view: RequestAnswerView }
  | { readonly document: 'wing-list'; readonly view: WingListView }
  | { readonly document: 'revocation-sheet'; readonly view: RevocationSheetView }
  | { readonly document: 'recovery-sheet'; readonly view: RecoverySheetView }
);

/** The only conformance we claim, together with PDF/UA-1: `tags/` makes both true, others are silently ignored by pdfmake. */
export type Conformance = 'PDF/A-3a';

/** A file inside the PDF. */
export interface AttachedFile {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** A finished definition: what pdfmake lays out, its conformance and the data attached to it. */
export interface Definition {
  readonly pdf: TDocumentDefinitions;
  readonly subset: Conformance;
  readonly files: readonly AttachedFile[];
}
