export { createKeyring } from './create.ts';
export { openKeyring, openKeyringWithRecovery, peekKeyring, unwrapWith } from './open.ts';
export type { KeyringSession } from './session.ts';
