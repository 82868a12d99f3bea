import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import type { Problem } from '../../app/problem.ts';
import { Notice } from '../../design/notice.tsx';

/** Whole seconds the next try has to wait; 0 when nothing waits. */
export const secondsOf = (problem: Problem | undefined): number =>
  problem?.kind === 'refused' && problem.code === 'session.wait' ? Number(problem.params['seconds'] ?? 0) : 0;

/** Counts down to the next try and says when it is over. Screen readers hear the whole time once, not every second. */
const Countdown = ({ seconds, onOver }: { readonly seconds: number; readonly onOver: () => void }) => {
  const { t } = useTranslation();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = performance.now() + seconds * 1000;
    const ticking = setInterval(() => {
      const rest = Math.ceil((end - performance.now()) / 1000);
      setLeft(Math.max(0, rest));
      if (rest <= 0) onOver();
    }, 250);
    return () => clearInterval(ticking);
  }, [seconds, onOver]);
  return (
    <Notice tone="warn" title={t('session:wait.title')}>
      <p>{t('session:wait.text', { seconds })}</p>
      <p role="timer" aria-live="off">
        <strong>{t('session:wait.left', { seconds: left })}</strong>
      </p>
    </Notice>
  );
};

/** What went wrong; after several wrong passwords a countdown, at the end of which `onOver` lets the next try in. */
export const WaitOrProblem = ({ problem, onOver }: { readonly problem: Problem | undefined; readonly onOver: () => void }) => {
  const seconds = secondsOf(problem);
  return seconds === 0 ? <ProblemNotice problem={problem} /> : <Countdown seconds={seconds} onOver={onOver} />;
};
