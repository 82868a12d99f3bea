import { useTranslation } from 'react-i18next';
import type { PlanContent, PlanProgress } from '../../../shared/domain/plan.ts';
import type { Transfer } from '../../../shared/domain/transfer.ts';
import { useDateText } from '../../app/words.ts';
import { Card, Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { AssessedDomain } from '../handover/case-needs.tsx';
import { Unfold } from '../handover/unfold.tsx';
import { Lines } from './lines.tsx';

/** Every version of the plan, the newest first; the goals of the newest are open. */
export const Plans = ({ transfer: { contents, progress } }: { readonly transfer: Transfer }) => {
  const { t } = useTranslation();
  const versions = contents.toSorted((a, b) => b.versionNo - a.versionNo).map((content) => ({ content, now: progress.find(({ contentId }) => contentId === content.id) }));
  const [newest, ...earlier] = versions;
  return (
    <Card title={t('handover:transfer.plans')}>
      {newest === undefined ? (
        <p className="v-soft">{t('handover:transfer.none')}</p>
      ) : (
        <Stack gap={3}>
          <Version {...newest} />
          {earlier.length === 0 ? null : (
            <Unfold show={t('handover:transfer.earlierPlans', { count: earlier.length })} hide={t('handover:transfer.hideEarlier')}>
              {earlier.map((version) => (
                <Version key={version.content.id} {...version} />
              ))}
            </Unfold>
          )}
        </Stack>
      )}
    </Card>
  );
};

const Version = ({ content, now }: { readonly content: PlanContent; readonly now: PlanProgress | undefined }) => {
  const { t } = useTranslation();
  return (
    <Stack gap={2}>
      <p>
        <span className="v-strong">{t('documents:plan.cover.versionOf', { version: content.versionNo, kind: t(`enums:planKind.${content.kind}`) })}</span> {now === undefined ? null : <Tag tone="accent">{t(`enums:planStatus.${now.status}`)}</Tag>}
      </p>
      {content.personStatement === undefined ? null : (
        <q className="v-quote" lang={content.lang}>
          {content.personStatement}
        </q>
      )}
      <ol className="v-case-list">
        {content.objectives.map((objective) => {
          const state = now?.objectives?.[objective.id]?.status;
          return (
            <li key={objective.id}>
              <q className="v-quote" lang={content.lang}>
                {objective.title}
              </q>{' '}
              <Tag>{t(`enums:needDomain.${objective.domain}`)}</Tag> {state === undefined ? null : <Tag>{t(`enums:objectiveStatus.${state}`)}</Tag>}
              <ul className="v-lines">
                {objective.steps.map((step) => {
                  const done = now?.steps[step.id]?.status;
                  return (
                    <li key={step.id}>
                      <span>
                        <span lang={content.lang}>{step.text}</span> <span className="v-soft">· {t(`enums:ownerKind.${step.owner}`)}</span>
                      </span>
                      <span>{done === undefined ? null : <Tag>{t(`enums:stepStatus.${done}`)}</Tag>}</span>
                    </li>
                  );
                })}
              </ul>
            </li>
          );
        })}
      </ol>
    </Stack>
  );
};

/** What was asked and when, and which needs were found. */
export const NeedRounds = ({ transfer: { rounds, needs } }: { readonly transfer: Transfer }) => {
  const { t } = useTranslation();
  const date = useDateText();
  return (
    <>
      <Card title={t('documents:plan.summary.needs')}>
        {rounds.length === 0 ? <p className="v-soft">{t('documents:plan.needs.none')}</p> : null}
        <Stack gap={3}>
          {rounds.map(({ id, conductedOn, kind, domains }) => {
            const asked = domains.filter(({ answer }) => answer !== 'NOT_ASKED');
            return (
              <Stack key={id} gap={2}>
                <p>
                  <span className="v-strong">{t('handover:case.needsOn', { date: date(conductedOn) })}</span> <span className="v-soft">· {t(`enums:roundKind.${kind}`)}</span>
                </p>
                <ul className="v-case-list">
                  {asked.map((domain) => (
                    <AssessedDomain key={domain.domain} domain={domain} />
                  ))}
                </ul>
              </Stack>
            );
          })}
        </Stack>
      </Card>
      <Lines
        title={t('handover:transfer.needs')}
        none={t('handover:transfer.none')}
        lines={needs.map(({ id, domain, detail, status, openedOn }) => ({ id, main: detail ?? t(`enums:needDomain.${domain}`), more: [detail === undefined ? undefined : t(`enums:needDomain.${domain}`)], tag: t(`enums:needStatus.${status}`), side: date(openedOn) }))}
      />
    </>
  );
};
