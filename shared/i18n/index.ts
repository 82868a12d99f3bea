import { createInstance, type i18n } from 'i18next';
import type { Language } from '../domain/base.ts';
import { en } from './en.ts';
import { it } from './it.ts';
import { ro } from './ro.ts';

export const catalogues = { en, it, ro } as const;
export type Namespace = keyof typeof en;
export const namespaces = Object.keys(en) as Namespace[];

/**
 * An i18next instance over all texts, ready at once. Screens, PDFs and the command line use the same catalogues.
 * Plurals: `key_one/_few/_other` (ro), `key_one/_many/_other` (it), `key_one/_other` (en).
 * Values are not escaped here: React and the PDF engine never interpret them as markup.
 */
export const createTexts = (language: Language): i18n => {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: catalogues,
    ns: namespaces,
    defaultNS: 'common',
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  });
  return instance;
};
