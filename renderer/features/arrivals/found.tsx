import { useTranslation } from 'react-i18next';
import type { KnownPlace, Medium } from '../../../shared/contract/bridge.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { localeOf } from '../../app/preferences.ts';
import { Button } from '../../design/button.tsx';
import { Card } from '../../design/layout.tsx';
import { sizeText } from '../handover/target.ts';
import { isWanted, type FoundKind } from './arrival-rules.ts';

interface FoundProps {
  readonly media: readonly Medium[];
  /** which envelopes are wanted here */
  readonly kind: FoundKind;
  readonly disabled: boolean;
  readonly onOpen: (envelope: KnownPlace) => void;
}

/** Envelopes that lie on a stick, card or disc which is in the computer now: one press opens one. */
export const Found = ({ media, kind, disabled, onOpen }: FoundProps) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const locale = localeOf[preferences.language];
  const wanted = media.map((medium) => ({ ...medium, envelopes: medium.envelopes.filter(({ name }) => isWanted(kind, name)) }));
  // of returns and transfers only what is there: most media bring none
  if (wanted.length === 0 || ((kind === 'return' || kind === 'transfer') && wanted.every(({ envelopes }) => envelopes.length === 0))) return null;
  return wanted.map(({ place, name, envelopes }) => (
    <Card key={place} title={t('handover:found.on', { name })} flush={envelopes.length > 0}>
      {envelopes.length === 0 ? (
        <p className="v-soft">{t(`handover:found.none.${kind}`)}</p>
      ) : (
        <ul className="v-found">
          {envelopes.map((envelope) => (
            <li key={envelope.place}>
              <span>
                <span className="v-strong">{envelope.name}</span>
                <br />
                <span className="v-small v-soft">
                  {sizeText(envelope.bytes, (value) => value.toLocaleString(locale))} · {new Date(envelope.changedAt).toLocaleDateString(locale, { day: 'numeric', month: 'short', year: 'numeric' })}
                </span>
              </span>
              <Button isDisabled={disabled} onPress={() => onOpen(envelope)} aria-label={`${t(`handover:found.open.${kind}`)} ${envelope.name}`}>
                {t(`handover:found.open.${kind}`)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  ));
};
