import { batchSlipDocument } from './batch-slip.ts';
import { coveringLetterDocument } from './covering-letter.ts';
import { custodySlipDocument } from './custody-slip.ts';
import { emergencyPackDocument } from './emergency-pack.ts';
import { itineraryDocument } from './itinerary.ts';
import { personCopyDocument } from './person-copy.ts';
import { planDocument } from './plan.ts';
import { recoverySheetDocument } from './recovery-sheet.ts';
import { refusalSlipDocument } from './refusal-slip.ts';
import { revocationNoticeDocument } from './revocation-notice.ts';
import { revocationSheetDocument } from './revocation-sheet.ts';
import { requestAnswerDocument } from './request-answer.ts';
import { paperFormDocument } from './paper-form.ts';
import { wingListDocument } from './wing-list.ts';
import type { Definition, DocumentRequest } from './types.ts';

/** The definition of a requested document: one case per document, nothing else knows them. */
export const definitionOf = (request: DocumentRequest): Definition => {
  switch (request.document) {
    case 'plan':
      return planDocument(request.view, request.language, request.meta);
    case 'person-copy':
      return personCopyDocument(request.view, request.language, request.meta);
    case 'itinerary':
      return itineraryDocument(request.view, request.language, request.meta);
    case 'emergency-pack':
      return emergencyPackDocument(request.view, request.language, request.meta);
    case 'custody-slip':
      return custodySlipDocument(request.view, request.language, request.meta);
    case 'batch-slip':
      return batchSlipDocument(request.view, request.language, request.meta);
    case 'covering-letter':
      return coveringLetterDocument(request.view, request.language, request.meta);
    case 'revocation-notice':
      return revocationNoticeDocument(request.view, request.language, request.meta);
    case 'refusal-slip':
      return refusalSlipDocument(request.view, request.language, request.meta);
    case 'paper-form':
      return paperFormDocument(request.view, request.language, request.meta);
    case 'request-answer':
      return requestAnswerDocument(request.view, request.language, request.meta);
    case 'wing-list':
      return wingListDocument(request.view, request.language, request.meta);
    case 'revocation-sheet':
      return revocationSheetDocument(request.view, request.language, request.meta);
    case 'recovery-sheet':
      return recoverySheetDocument(request.view, request.language, request.meta);
  }
};
