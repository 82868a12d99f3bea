import type { i18n } from 'i18next';
import { Language } from '../../shared/domain/base.ts';
import { createTexts } from '../../shared/i18n/index.ts';

/**
 * The first language of the operating system that Varco speaks; English when it speaks none of them.
 * @param preferred BCP 47 tags, best first
 */
export const languageOf = (preferred: readonly string[]): Language => {
  for (const tag of preferred) {
    const language = Language.safeParse(tag.slice(0, 2).toLowerCase());
    if (language.success) return language.data;
  }
  return 'en';
};

/** Texts of menu and dialogs. */
export const shellTexts = (language: Language): i18n => {
  const texts = createTexts(language);
  texts.setDefaultNamespace('shell');
  return texts;
};
