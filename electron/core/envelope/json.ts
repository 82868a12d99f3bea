import { limits } from './limits.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * Counts before anything is parsed: what walks through the values later goes as deep as they are nested, and whoever
 * says what is wrong with them says it for each.
 */
const refuseUnbearable = (text: string): void => {
  let [depth, values, quoted] = [0, 1, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (quoted) {
      if (sign === BACKSLASH) at += 1;
      else if (sign === QUOTE) quoted = false;
    } else if (sign === QUOTE) quoted = true;
    else if (sign === COMMA) values += 1;
    else if (OPENING.has(sign)) {
      depth += 1;
      values += 1;
      if (depth > limits.jsonDepth) throw new RangeError('nested too deep');
    } else if (CLOSING.has(sign)) depth -= 1;
    if (values > limits.jsonValues) throw new RangeError('too many values');
  }
};

/**
 * What has no canonical form (RFC 8785), so that it can be neither signed nor hashed: half of a sign that takes two, which no
 * UTF-8 can say, and a number beyond all numbers.
 */
const isUncanonical = (value: unknown): boolean => {
  if (typeof value === 'string') return /\p{Surrogate}/u.test(value);
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => /\p{Surrogate}/u.test(key) || isUncanonical(inner));
};

/** Only where one of these stands can something uncanonical come from: an escape, an exponent, a very long number. */
const SUSPECT = /\\u[dD][89a-fA-F]|\d[eE]|\d{300}/;

/**
 * JSON that somebody else wrote: UTF-8 and canonicalizable (I-JSON, RFC 7493, as far as RFC 8785 needs it), and no larger,
 * deeper or richer than the limits.
 * @throws Error, TypeError or RangeError when it is anything else; the caller says in which code
 */
export const readJson = (bytes: Uint8Array): unknown => {
  if (bytes.length > limits.jsonBytes) throw new RangeError('too large');
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  refuseUnbearable(text);
  const value: unknown = JSON.parse(text);
  if (SUSPECT.test(text) && isUncanonical(value)) throw new TypeError('no canonical form');
  return value;
};
