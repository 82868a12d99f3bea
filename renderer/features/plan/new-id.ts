/**
 * A UUID version 7 (RFC 9562 §5.7) for a goal or step that is only on the screen yet: with an id of its own from the
 * start, saving it again is saving the same goal.
 */
export const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = BigInt(Date.now());
  const hex = [...bytes].map((byte, at) => {
    const value = at < 6 ? Number((time >> BigInt(8 * (5 - at))) & 255n) : at === 6 ? (byte & 0x0f) | 0x70 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  });
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)].map((part) => part.join('')).join('-');
};
