import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/casefile.ts';
import { useDateText } from '../../app/words.ts';
import { Card, Facts, Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';

type Needs = NonNullable<CaseFile['needs']>;

/** The needs by domain: asked and none apart from not asked, each statement with its basis and day. */
export const CaseNeeds = ({ needs }: { readonly needs: CaseFile['needs'] }) => {
  const { t, i18n } = useTranslation();
  const date = useDateText();
  if (needs === undefined) return <Card title={t('documents:plan.summary.needs')}><p className="v-soft">{t('documents:plan.needs.none')}</p></Card>; // prettier-ignore
  const source = (name: string): string => (i18n.exists(`enums:source.${name}`) ? t(`enums:source.${name}`) : name);
  return (
    <Card title={t('documents:plan.summary.needs')} aside={<span className="v-small v-soft">{t('handover:case.needsOn', { date: date(needs.conductedOn) })}</span>}>
      <Stack gap={3}>
        <Facts
          entries={[
            [t('documents:plan.sources.sources'), needs.sources.map(source).join(', ')],
            [t('documents:plan.sources.limits'), needs.limitations ?? t('documents:plan.sources.noLimits')],
            ...(needs.helps === undefined ? [] : [[t('documents:plan.road.helps'), needs.helps] as const]),
          ]}
        />
        <ul className="v-case-list">
          {needs.domains.map((domain) => (
            <AssessedDomain key={domain.domain} domain={domain} />
          ))}
        </ul>
      </Stack>
    </Card>
  );
};

/** One domain as it was answered: its level, each statement with its basis and day, what was disputed, what helps. */
export const AssessedDomain = ({ domain }: { readonly domain: Needs['domains'][number] }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const need = domain.answer === 'NEED' && domain.level !== undefined;
  return (
    <li>
      <span className="v-strong">{t(`enums:needDomain.${domain.domain}`)}</span> <Tag tone={need ? 'accent' : 'plain'}>{need ? t(`enums:needLevel.${domain.level}`) : t(`enums:needAnswer.${domain.answer}`)}</Tag>
      {domain.statements.map((statement) => (
        <p key={statement.id}>
          <span lang={statement.lang}>{statement.text}</span>{' '}
          <span className="v-small v-soft">
            ({t(`enums:basis.${statement.basis}`)}, {date(statement.on)})
          </span>
          {statement.disputed === undefined ? null : (
            <span className="v-case-disputed">
              {t('documents:plan.domains.disputed', { date: date(statement.disputed.on) })} <span lang={statement.lang}>{statement.disputed.text}</span>
            </span>
          )}
        </p>
      ))}
      {domain.strengths === undefined ? null : (
        <p>
          {t('documents:plan.domains.strengths')}: {domain.strengths}
          {domain.strengthsBasis === undefined ? null : <span className="v-small v-soft"> ({t(`enums:basis.${domain.strengthsBasis}`)})</span>}
        </p>
      )}
    </li>
  );
};
