import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DatedThing, DateRule, doubtKey } from '../../shared/domain/date-conflicts.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import type { Problem } from './problem.ts';
import { ProblemNotice, ProblemWords, useProblemParts } from './problem-notice.tsx';

const Doubted = z.object({ rule: DateRule, first: DatedThing, firstOn: z.string(), second: DatedThing, secondOn: z.string() });

/** The name of the doubt that a problem is about; undefined when the problem is no doubt. */
export const doubtIn = (problem: Problem | undefined): string | undefined => {
  if (problem?.kind !== 'refused' || problem.code !== 'dates.doubt') return undefined;
  const found = Doubted.safeParse(problem.params);
  return found.success ? doubtKey(found.data) : undefined;
};

export interface Doubts {
  /** what is sent with the form: the doubts that were read and confirmed, and nothing while there are none */
  readonly sent: () => { readonly despite?: string[] };
  readonly confirm: (doubt: string) => void;
}

/** Doubts of the core about the days of one form, and which of them the user has confirmed. */
export const useDoubts = (): Doubts => {
  const confirmed = useRef<readonly string[]>([]);
  return {
    sent: () => (confirmed.current.length === 0 ? {} : { despite: [...confirmed.current] }),
    confirm: (doubt) => {
      confirmed.current = [...confirmed.current, doubt];
    },
  };
};

/** What went wrong; a doubt about days can be confirmed, which sends the form it stands in once more. */
export const DoubtNotice = ({ problem, doubts, pending }: { readonly problem: Problem | undefined; readonly doubts: Doubts; readonly pending: boolean }) => {
  const { t } = useTranslation();
  const words = useProblemParts();
  const doubt = doubtIn(problem);
  if (problem === undefined || doubt === undefined) return <ProblemNotice problem={problem} />;
  return (
    <Notice tone="warn" title={t('people:doubt.title')}>
      <ProblemWords parts={words(problem)} />
      <Button type="submit" isPending={pending} onPress={() => doubts.confirm(doubt)}>
        {t('people:doubt.go')}
      </Button>
    </Notice>
  );
};
