import { z } from 'zod';

/** What somebody looked at of a case; of a course, its marks. */
export const CasePart = z.enum(['PAGE', 'BRIEF', 'NEEDS', 'TOOL', 'PLAN', 'RELEASE', 'OBLIGATIONS', 'FIRST_DAYS', 'NOTES', 'LEARNING', 'TIMELINE', 'CHOICES', 'OTHER_PEOPLE', 'HANDOVERS', 'OUTCOMES', 'DOCUMENTS', 'PAPERS', 'DISCLOSURES', 'REPORT', 'REQUESTS']);
export type CasePart = z.infer<typeof CasePart>;

/** Why a session ended. */
export const LockReason = z.enum(['PERSON', 'IDLE', 'SUSPEND', 'SCREEN_LOCK', 'QUIT', 'PROGRAM']);
export type LockReason = z.infer<typeof LockReason>;

/** The kinds of acts an inspection asks for one by one (Directive (EU) 2016/680 art. 25: consultation, alteration, disclosure). */
export const AuditKind = z.enum(['READ', 'CHANGE', 'EXPORT', 'LOGIN', 'REFUSAL', 'DISCLOSURE', 'OFFICE']);
export type AuditKind = z.infer<typeof AuditKind>;

/** Acts whose area does not say their kind. */
const single: ReadonlyMap<string, AuditKind> = new Map<string, AuditKind>([
  ...['case.read', 'people.read', 'people.view', 'learning.read', 'document.preview', 'scan.view', 'wing.preview', 'handover.preview', 'import.open', 'import.previewDocument'].map((action) => [action, 'READ'] as const),
  ...[
    'document.save',
    'document.saveEnd',
    'paper.make',
    'paper.printBlank',
    'paper.saveBlank',
    'paper.saveEnd',
    'paper.printEnd',
    'wing.print',
    'wing.printEnd',
    'document.print',
    'document.printEnd',
    'outcome.tell',
    'outcome.tellCounts',
    'outcome.notTold',
    'import.refusalSlip',
    'import.saveDocument',
    'import.printDocument',
    'import.printEnd',
    'import.receiptWritten',
    'handover.seal',
    'handover.notWritten',
    'contacts.saveOwnCard',
    'sharedPack.seal',
    'sharedPack.notWritten',
    'contacts.revocationSheet',
    'session.recoverySheet',
    'audit.export',
  ].map((action) => [action, 'EXPORT'] as const),
  ['refused', 'REFUSAL'],
]);

const areas: ReadonlyMap<string, AuditKind> = new Map<string, AuditKind>([
  ['session', 'LOGIN'],
  ['disclosure', 'DISCLOSURE'],
  ['packs', 'EXPORT'],
  ['backup', 'EXPORT'],
  ...['audit', 'breach', 'clock', 'contacts', 'demo', 'directory', 'goals', 'home', 'office', 'settings', 'sharedPack', 'storage', 'users', 'vault'].map((area) => [area, 'OFFICE'] as const),
]);

/** Which kind of act an action of the trail is; one of an area not named here changes a case. */
export const kindOfAction = (action: string): AuditKind => single.get(action) ?? areas.get(action.split('.')[0] ?? '') ?? 'CHANGE';

/** Parts are written into one entry, in one word of the details. */
export const partsText = (parts: Iterable<CasePart>): string => [...parts].join(' ');

/** The parts an entry names; what another version of the program wrote is left out. */
export const partsOf = (text: string): readonly CasePart[] => text.split(' ').filter((part): part is CasePart => CasePart.safeParse(part).success);

/** Why a trail is not whole; the order of an inspection's questions. */
export const TrailFault = z.enum(['CUT', 'CHANGED', 'GAP', 'ROLLED_BACK', 'KEY_MISSING']);
export type TrailFault = z.infer<typeof TrailFault>;

/** The mark under which a person's entries are filed: 128 bits of a keyed hash. */
export const PersonMark = z.string().regex(/^[0-9a-f]{32}$/);
