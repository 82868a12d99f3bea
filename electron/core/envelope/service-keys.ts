import { newAgeKeys } from './age.ts';
import { newSigningKey } from './keys.ts';

/** The secrets of a new service and what may be public of them. */
export interface ServiceKeys {
  /** `AGE-SECRET-KEY-1…` */
  readonly ageIdentity: string;
  readonly ageRecipient: string;
  /** 32-byte Ed25519 seed */
  readonly signingKey: Uint8Array;
  /** 32-byte Ed25519 seed of the key that will follow; keep it apart from the first */
  readonly nextSigningKey: Uint8Array;
}

/** New keys for a service. */
export const newServiceKeys = async (): Promise<ServiceKeys> => {
  const { identity, recipient } = await newAgeKeys();
  return { ageIdentity: identity, ageRecipient: recipient, signingKey: newSigningKey(), nextSigningKey: newSigningKey() };
};
