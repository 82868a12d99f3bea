import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { caseDetailRows, caseSections, type CaseSection, type CaseSpeech } from '../../../shared/domain/case-sections.ts';
import type { CaseFile } from '../../../shared/domain/casefile.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Card } from '../../design/layout.tsx';

/** The words a case is told in on the screen: those of the officer's paper, in the language of whoever looks. */
const useCaseSpeech = (): CaseSpeech => {
  const { t, i18n } = useTranslation();
  const date = useDateText();
  const { language } = usePreferences().preferences;
  return useMemo(
    () => ({
      t: (key, params) => t(`documents:plan.road.${key}`, { ...params }),
      name: (list, code) => (i18n.exists(`enums:${list}.${code}`) ? t(`enums:${list}.${code}`) : code),
      date,
      language,
    }),
    [t, i18n, date, language],
  );
};

/** Label and value of what is known of the person beyond name and birth. */
export const useCaseDetails = (caseFile: CaseFile): readonly (readonly [string, string])[] => caseDetailRows(caseFile, useCaseSpeech());

/** The road to release as the case file tells it, section by section. */
export const CaseRoad = ({ caseFile }: { readonly caseFile: CaseFile }) => caseSections(caseFile, useCaseSpeech()).map((section) => <Section key={section.key} section={section} />);

const Section = ({ section: { title, note, lines } }: { readonly section: CaseSection }) => (
  <Card title={title}>
    {note === undefined ? null : <p className="v-small v-soft">{note}</p>}
    <ul className="v-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <span>
            <span {...(line.lang === undefined ? {} : { lang: line.lang })}>{line.main}</span>
            {line.soft === '' ? null : (
              <>
                <br />
                <span className="v-soft">{line.soft}</span>
              </>
            )}
          </span>
          <span className="v-number">{line.right}</span>
        </li>
      ))}
    </ul>
  </Card>
);
