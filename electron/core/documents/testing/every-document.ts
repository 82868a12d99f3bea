import type { Language } from '../../../../shared/domain/base.ts';
import { PaperFormKind } from '../../../../shared/domain/paper-form.ts';
import { personCopyView } from '../person-copy-view.ts';
import type { DocumentRequest } from '../types.ts';
import { bareCaseFile, letterOf, noticeOf, printMeta, richCaseFile, slipOf, wingOf } from './case-file.ts';
import { bareFacts, paperOf, richFacts } from './first-days.ts';
import { answerOf, paperFormOf } from './papers.ts';

/** How much there is to say: nearly nothing, or a synthetic person with everything. */
export type Fill = 'bare' | 'rich';

/** Not a key: the digits of a synthetic one. */
const SHA256 = '5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592';

/**
 * Every document of the synthetic fixtures with the name it has in the gallery; a new document gets a line here, and is then
 * looked at, read aloud and judged with all others.
 */
export const everyDocument = (fill: Fill, language: Language, over: Partial<DocumentRequest['meta']> = {}): readonly (readonly [string, DocumentRequest])[] => {
  const bare = fill === 'bare';
  const view = bare ? bareCaseFile : richCaseFile;
  const meta = { ...printMeta, ...(bare ? {} : { registrationIn: 'SP-204/2026' }), ...over };
  const { recipient: _recipient, mandate: _mandate, ...alone } = view;
  const facts = bare ? bareFacts : richFacts;
  const large = { ...view, person: { ...view.person, readingSupport: 'LARGE_PRINT' as const } };
  const service = { name: view.sender.name, ...(bare ? {} : { phone: '0256 000 000' }) };
  return [
    ['plan', { document: 'plan', view, language, meta }],
    ['copy', { document: 'person-copy', view: personCopyView(bare ? alone : view), language, meta }],
    ...(bare ? [] : [['copy-large', { document: 'person-copy', view: personCopyView(large), language, meta }] as const]),
    ['itinerary', { document: 'itinerary', view: paperOf(facts), language, meta }],
    ['pack', { document: 'emergency-pack', view: paperOf(facts), language, meta }],
    ['wing', { document: 'wing-list', view: wingOf(bare), language, meta }],
    ...PaperFormKind.options.map((kind) => [`form-${kind}`, { document: 'paper-form', view: paperFormOf(kind, bare), language, meta }] as const),
    ['answer', { document: 'request-answer', view: answerOf(bare, language), language, meta }],
    ['slip', { document: 'custody-slip', view: slipOf(view), language, meta }],
    ['slip-batch', { document: 'batch-slip', view: letterOf(view, bare ? 1 : 4), language, meta }],
    ['letter', { document: 'covering-letter', view: letterOf(view, bare ? 1 : 4), language, meta }],
    ['notice', { document: 'revocation-notice', view: noticeOf(view), language, meta }],
    ['refusal', { document: 'refusal-slip', view: { service, sha256: SHA256, openedOn: meta.today, check: bare ? 'size' : 'signature', code: bare ? 'TOO_LARGE' : 'SIGNATURE_WRONG' }, language, meta }],
    ['revocation', { document: 'revocation-sheet', view: { serviceName: service.name, statement: `VARCO-REVOKE:1:${SHA256}${SHA256}`, validTo: '2028-11-22' }, language, meta }],
    ['recovery', { document: 'recovery-sheet', view: { serviceName: service.name, code: 'WMNB-WMHG-JKMN-PQRS-TVWX-YZ23-4567-89AB-CDEF' }, language, meta }],
  ];
};
