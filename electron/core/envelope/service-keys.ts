import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
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

/**
 * A hybrid post-quantum age identity, `AGE-SECRET-KEY-PQ-1…`, and its recipient `age1pq1…`. It stands beside the classic one: an
 * envelope is sealed to one of the two, and age before 1.3 reads only the classic ones.
 */
export const newHybridKeys = async (): Promise<{ identity: string; recipient: string }> => {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
};

/** New keys for a service. */
export const newServiceKeys = async (): Promise<ServiceKeys> => {
  const { identity, recipient } = await newAgeKeys();
  return { ageIdentity: identity, ageRecipient: recipient, signingKey: newSigningKey(), nextSigningKey: newSigningKey() };
};
