/** Why a file, or one page of it, cannot be read. */
export type ScanFault =
  | 'empty'
  | 'notAScan'
  | 'damaged'
  | 'tooManyPixels'
  | 'tooManyPages'
  | 'pdfLocked'
  | 'pdfDamaged'
  | 'pageNotOneImage'
  | 'pageUnreadable'
  | 'tooSlow'
  | 'tooMuchMemory';

export class ScanError extends Error {
  readonly code: ScanFault;
  constructor(code: ScanFault) {
    super(code);
    this.name = 'ScanError';
    this.code = code;
  }
}
