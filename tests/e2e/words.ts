import { readFileSync } from 'node:fs';

const catalogues = new Map<string, unknown>();

/** A catalogue, read once: a story asks for hundreds of texts. */
const catalogueOf = (language: string, namespace: string): unknown => {
  const name = `${language}/${namespace}.json`;
  if (!catalogues.has(name)) catalogues.set(name, JSON.parse(readFileSync(new URL(`../../shared/i18n/${name}`, import.meta.url), 'utf8')));
  return catalogues.get(name);
};

type Values = Readonly<Record<string, string | number>>;

/**
 * Looks up a text of the catalogues, `namespace:path.to.text`, and fills its values in; with `count` it takes the form
 * the language's grammar asks for. Throws for a text that is not there.
 */
export const wordsIn =
  (language: 'en' | 'it' | 'ro') =>
  (key: string, values: Values = {}): string => {
    const [namespace = '', path = ''] = key.split(':');
    const catalogue = catalogueOf(language, namespace);
    const found = (wanted: string): unknown => wanted.split('.').reduce<unknown>((node, name) => (typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined), catalogue);
    const counted = values['count'] === undefined ? undefined : found(`${path}_${new Intl.PluralRules(language).select(Number(values['count']))}`);
    const text = counted ?? found(path);
    if (typeof text !== 'string') throw new Error(`no text ${key} in ${language}`);
    return text.replaceAll(/\{\{\s*(\w+)[^}]*\}\}/g, (whole, name: string) => String(values[name] ?? whole));
  };

export type Words = ReturnType<typeof wordsIn>;
