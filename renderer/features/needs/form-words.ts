import type { Language } from '../../../shared/domain/base.ts';
import type { FormWords } from '../../../shared/domain/needs-form.ts';
import { needsForms } from '../../../shared/forms/index.ts';
import { usePreferences } from '../../app/preferences-context.tsx';

/** The words of a need as the form of that version asks it; its code where no form here has it. */
export const needLabel = (language: Language, code: string, version?: string): string => needsForms.label(code, version)?.[language] ?? code;

/** The words of question forms in the language of the screen. */
export const useFormWords = () => {
  const { language } = usePreferences().preferences;
  return {
    in: (words: FormWords): string => words[language],
    /** @param version the form whose words are meant; without one the newest */
    need: (code: string, version?: string): string => needLabel(language, code, version),
  };
};
