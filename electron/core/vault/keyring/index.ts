export { createKeyring } from './create.ts';
export { openKeyring, openKeyringWithRecovery, peekKeyring, peekKeyringText, unwrapWith } from './open.ts';
export type { KeyringSession } from './session.ts';
