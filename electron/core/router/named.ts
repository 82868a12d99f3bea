/** A UUID, as every document has one. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Every id that an input names, wherever it stands: asked before the input is looked at, so it need not be what the
 * contract says. Names of fields are no ids; the walk is a loop, so that nothing sent can be too deep for it.
 */
export const idsIn = (input: unknown): readonly string[] => {
  const found = new Set<string>();
  const left: unknown[] = [input];
  const met = new Set<object>();
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string') {
      if (ID.test(value)) found.add(value.toLowerCase());
    } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !met.has(value)) {
      met.add(value);
      for (const part of Object.values(value)) left.push(part);
    }
  }
  return [...found];
};
