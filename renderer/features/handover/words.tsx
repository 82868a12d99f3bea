import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { TextField } from '../../design/text-field.tsx';

/** How far it is; kept by whoever writes, because an attempt that fails must not ask for new words. */
export type WordsStage = { readonly at: 'ask' } | { readonly at: 'shown'; readonly words: readonly string[] } | { readonly at: 'paper'; readonly typed: string };

interface WordsProps {
  readonly handoverId: string;
  readonly recipient: string;
  readonly stage: WordsStage;
  readonly onStage: (stage: WordsStage) => void;
}

/**
 * The seven words for somebody without a card: shown once, written on paper, hidden, and typed again from the paper. Only then
 * can anything be sealed with them.
 */
export const Words = ({ handoverId, recipient, stage, onStage }: WordsProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const show = async () => {
    const done = await work.run(() => client.handovers.words({ handoverId }));
    if (done !== undefined) onStage({ at: 'shown', words: done.value.words });
  };
  if (stage.at === 'paper') {
    return (
      <>
        <ProblemNotice problem={work.problem} />
        <TextField label={t('handover:words.typed')} hint={t('handover:words.typedHint')} value={stage.typed} onChange={(typed) => onStage({ at: 'paper', typed })} maxLength={200} />
        <Row>
          <Button variant="link" onPress={() => void show()}>
            {t('handover:words.again')}
          </Button>
        </Row>
      </>
    );
  }
  return (
    <>
      <p>{t('handover:words.why', { name: recipient })}</p>
      <ProblemNotice problem={work.problem} />
      {stage.at === 'ask' ? (
        <Row>
          <Button variant="go" isPending={work.pending} onPress={() => void show()}>
            {t('handover:words.show')}
          </Button>
        </Row>
      ) : (
        <Notice tone="warn" title={t('handover:words.writeDown')}>
          <ol className="v-next v-strong" aria-label={t('handover:words.title')}>
            {stage.words.map((word, at) => (
              // the same word may stand twice: each is known by those up to it
              <li key={stage.words.slice(0, at + 1).join(' ')}>{word}</li>
            ))}
          </ol>
          <p>{t('handover:words.never')}</p>
          <Row>
            <Button variant="go" onPress={() => onStage({ at: 'paper', typed: '' })}>
              {t('handover:words.onPaper')}
            </Button>
          </Row>
        </Notice>
      )}
    </>
  );
};
