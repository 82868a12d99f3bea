/** The page a key leads to while a plan is read together; undefined for any other key. */
export const pageAfterKey = (key: string, page: number, pages: number): number | undefined => {
  const target: Readonly<Record<string, number>> = { ArrowRight: page + 1, PageDown: page + 1, ArrowLeft: page - 1, PageUp: page - 1, Home: 0, End: pages - 1 };
  const next = Object.hasOwn(target, key) ? target[key] : undefined;
  return next === undefined ? undefined : Math.min(Math.max(next, 0), pages - 1);
};
