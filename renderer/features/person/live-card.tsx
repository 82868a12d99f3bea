import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import type { Live } from '../../app/use-live.ts';
import { Card } from '../../design/layout.tsx';

interface LiveCardProps<T> {
  readonly title: string;
  readonly live: Live<T>;
  /** what to say when there is nothing; `undefined` when there is something */
  readonly nothing: (value: T) => string | undefined;
  readonly aside?: ReactNode;
  readonly flush?: boolean;
  readonly children: (value: T) => ReactNode;
}

/** A card over a live query: being read, nothing there, something wrong, or its content. */
export const LiveCard = <T,>({ title, live, nothing, aside, flush = false, children }: LiveCardProps<T>) => {
  const { t } = useTranslation();
  const { value, problem } = live;
  if (problem !== undefined) return <Card title={title}><ProblemNotice problem={problem} /></Card>; // prettier-ignore
  if (value === undefined) return <Card title={title}><p className="v-soft">{t('common:reading')}</p></Card>; // prettier-ignore
  const text = nothing(value);
  return (
    <Card title={title} flush={flush && text === undefined} aside={aside}>
      {text === undefined ? children(value) : <p className="v-soft">{text}</p>}
    </Card>
  );
};
