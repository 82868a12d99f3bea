import { readFileSync } from 'node:fs';

/** Looks up a text of the catalogues without values, `namespace:path.to.text`. Throws for one that is not there. */
export const wordsIn =
  (language: 'en' | 'it' | 'ro') =>
  (key: string): string => {
    const [namespace = '', path = ''] = key.split(':');
    const catalogue: unknown = JSON.parse(readFileSync(new URL(`../../shared/i18n/${language}/${namespace}.json`, import.meta.url), 'utf8'));
    const found = path.split('.').reduce<unknown>((node, name) => (typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined), catalogue);
    if (typeof found !== 'string') throw new Error(`no text ${key} in ${language}`);
    return found;
  };
