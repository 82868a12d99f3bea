import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/domain/people.ts';
import { useDateText } from '../../app/words.ts';
import { Card, Stack } from '../../design/layout.tsx';

/** Earlier stays in custody, newest first: dates and decisions as they were. Nothing of them counts as current. */
export const StaysCard = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const stays = (person.stays ?? []).toReversed();
  if (stays.length === 0) return null;
  return (
    <Card title={t('people:stays.title')}>
      <Stack gap={3}>
        <p className="v-soft">{t('people:stays.hint')}</p>
        {stays.map(({ id, from, until, endedAs, releaseDates, decisions, legalPosition }) => (
          <section key={id} aria-label={t('people:stays.until', { date: date(until) })}>
            <p>
              <b>{from === undefined ? t('people:stays.until', { date: date(until) }) : t('people:stays.span', { from: date(from), until: date(until) })}</b>
              {[t(`enums:personStatus.${endedAs}`), ...(legalPosition === undefined ? [] : [t(`enums:legalPosition.${legalPosition}`)])].map((part) => ` · ${part}`).join('')}
            </p>
            <ul className="v-lines">
              {releaseDates.map((entry) => (
                <li key={entry.id}>
                  <span>
                    {t(`enums:releaseDateKind.${entry.kind}`)} · {entry.source}
                  </span>
                  <span className="v-number v-soft">{date(entry.date)}</span>
                </li>
              ))}
              {decisions.flatMap((decision) =>
                decision.history.map((step) => (
                  <li key={`${decision.id}-${step.on}-${step.state}`}>
                    <span>
                      {t(`enums:decisionState.${step.state}`)} · {step.source}
                    </span>
                    <span className="v-number v-soft">{date(step.on)}</span>
                  </li>
                )),
              )}
            </ul>
          </section>
        ))}
      </Stack>
    </Card>
  );
};
