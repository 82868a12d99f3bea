import { LONG_TEXT } from '../../../shared/domain/base.ts';

/** What a field of a form may hold when it is read from a draft. */
export type FieldValue = string | boolean | readonly string[];

/** Twice what any field takes: words that are too long come back too, and the form says so. */
const LONGEST = LONG_TEXT * 2;
const MANY = 200;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST;
const isValue = (value: unknown): value is FieldValue => isText(value) || typeof value === 'boolean' || (Array.isArray(value) && value.length <= MANY && value.every(isText));
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

/**
 * A form's fields as they are kept: only those it knows and that differ from its defaults, in one order, so that equal
 * fields are equal texts. A field nobody touched is not kept: restored later, it would undo what others changed meanwhile.
 */
export const keptText = (fields: readonly string[], defaults: Readonly<Record<string, unknown>>, values: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(
    Object.fromEntries(
      fields.flatMap((field) => {
        const value = values[field];
        return isValue(value) && JSON.stringify(value) !== JSON.stringify(defaults[field]) ? [[field, value]] : [];
      }),
    ),
  );

/**
 * The fields of a draft that the form knows and that hold the same kind of thing as its defaults. Whether they make
 * sense is for the form's own check when it is sent. Anything that is no draft gives nothing.
 */
export const restored = (fields: readonly string[], defaults: Readonly<Record<string, unknown>>, text: string): Readonly<Record<string, FieldValue>> => {
  const found = read(text);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = Object.hasOwn(found, field) ? found[field] : undefined;
      const fits = isValue(value) && (defaults[field] === undefined || kindOf(defaults[field]) === kindOf(value));
      return fits ? [[field, value] as const] : [];
    }),
  );
};

const read = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

/** The fields of a form's schema, also of one that turns what was typed into something else. */
export const fieldsOf = (schema: unknown): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  if ('shape' in schema && typeof schema.shape === 'object' && schema.shape !== null) return Object.keys(schema.shape);
  return 'in' in schema ? fieldsOf(schema.in) : [];
};
