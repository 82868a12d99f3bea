import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface WrongField {
  readonly name: string;
  readonly message: string;
}

/**
 * What has to be put right before going on, each line leading to its field (GOV.UK pattern).
 * Takes the focus every time `attempt` changes, that is after every refused submit.
 */
export const ErrorSummary = ({ wrong, attempt, onGo }: { readonly wrong: readonly WrongField[]; readonly attempt: number; readonly onGo: (name: string) => void }) => {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
  if (wrong.length === 0) return null;
  return (
    <div ref={box} className="v-summary" role="alert" tabIndex={-1}>
      <h2>{t('common:form.summary')}</h2>
      <ul>
        {wrong.map((field) => (
          <li key={field.name}>
            <a
              href={`#${field.name}`}
              onClick={(event) => {
                event.preventDefault();
                onGo(field.name);
              }}
            >
              {field.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
