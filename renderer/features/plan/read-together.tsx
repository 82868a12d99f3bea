import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { attemptsOf } from '../../../shared/domain/plan-rules.ts';
import { localeOf } from '../../app/preferences.ts';
import { useMay } from '../../app/session-context.tsx';
import { Button } from '../../design/button.tsx';
import { FullScreen } from '../../design/full-screen.tsx';
import type { PlanPair } from '../person/plan-view.ts';
import { answersNow } from './answer-form.ts';
import { AnswerGiven, AnswerPage } from './reading-answer.tsx';
import { pageAfterKey } from './reading-keys.ts';
import { GoalPage, WordsPage } from './reading-pages.tsx';

/**
 * The plan read with the person: large, in the plan's own language, one goal a page, and nothing else on the screen — no
 * other person, no name of a colleague, no fingerprint. The last page takes their answer.
 */
export const ReadTogether = ({ content, progress, today, onClose }: PlanPair & { readonly today: CivilDate; readonly onClose: () => void }) => {
  const { i18n } = useTranslation();
  const { lang } = content;
  const inTheirs = useMemo(() => i18n.cloneInstance({ lng: lang }), [i18n, lang]);
  return (
    <I18nextProvider i18n={inTheirs}>
      <I18nProvider locale={localeOf[lang]}>
        <Reading content={content} progress={progress} today={today} onClose={onClose} />
      </I18nProvider>
    </I18nextProvider>
  );
};

const Reading = ({ content, progress, today, onClose }: PlanPair & { readonly today: CivilDate; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const writes = useMay()('plan.write');
  const [page, setPage] = useState(0);
  const top = useRef<HTMLDivElement>(null);
  const offered = writes && progress.status === 'PROPOSED' ? answersNow(progress) : [];
  const goals = content.objectives.map((goal, at) => <GoalPage key={goal.id} goal={goal} number={at + 1} lang={content.lang} />);
  const last = offered.length > 0 ? <AnswerPage key="answer" content={content} offered={offered} again={attemptsOf(progress).length > 0} today={today} /> : <AnswerGiven key="answer" content={content} progress={progress} />;
  const pages: readonly ReactNode[] = [<WordsPage key="words" content={content} />, ...goals, last];
  useEffect(() => {
    top.current?.focus();
    top.current?.scrollTo({ top: 0 });
  }, [page]);
  const onKeyDown = (event: KeyboardEvent) => {
    const own = event.target instanceof Element && event.target.closest('input, textarea, [role="radiogroup"], [role="spinbutton"]') !== null;
    const next = own || event.ctrlKey || event.altKey || event.metaKey ? undefined : pageAfterKey(event.key, page, pages.length);
    if (next === undefined) return;
    event.preventDefault();
    setPage(next);
  };
  return (
    <FullScreen label={t('plan:reading.name')} lang={content.lang} onClose={onClose} onKeyDown={onKeyDown}>
      <div className="v-reading-head">
        <span className="v-strong">{t('plan:reading.title')}</span>
        <span role="status">{t('plan:reading.page', { page: page + 1, pages: pages.length })}</span>
        <Button onPress={onClose}>{t('plan:reading.close')}</Button>
      </div>
      <div className="v-reading" ref={top} tabIndex={-1}>
        {pages[page]}
      </div>
      <div className="v-reading-foot">
        <Button isDisabled={page === 0} onPress={() => setPage(page - 1)}>
          ← {t('plan:reading.previous')}
        </Button>
        <span className="v-small v-soft">{t('plan:reading.how')}</span>
        <Button variant={page === pages.length - 1 ? 'quiet' : 'go'} isDisabled={page === pages.length - 1} onPress={() => setPage(page + 1)}>
          {t('plan:reading.next')} →
        </Button>
      </div>
    </FullScreen>
  );
};
