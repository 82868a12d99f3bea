import { useTranslation } from 'react-i18next';
import type { Effect } from '../../../shared/domain/sitting-effects.ts';
import { useDateText } from '../../app/words.ts';

/** What an outcome does to somebody, in short sentences. */
export const Effects = ({ effects }: { readonly effects: readonly Effect[] }) => {
  const { t } = useTranslation();
  const date = useDateText();
  return (
    <ul className="v-points">
      {effects.map(({ effect, on, kind, state }) => (
        <li key={effect}>
          {t(`sittings:effect.${effect}`, {
            date: on === undefined ? '' : date(on),
            kind: kind === undefined ? '' : t(`enums:releaseDateKind.${kind}`),
            state: state === undefined ? '' : t(`enums:decisionState.${state}`),
          })}
        </li>
      ))}
    </ul>
  );
};
