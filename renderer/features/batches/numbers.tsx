import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchView } from '../../../shared/contract/batches.ts';
import { countOn } from '../../../shared/domain/batch-rules.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { TextField } from '../../design/text-field.tsx';

/** Numbers of the register in one go: the first is typed, the others follow it, and all are shown before they are written down. */
export const Numbers = ({ items }: { readonly items: BatchView['items'] }) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const [first, setFirst] = useState('');
  const numbers = countOn(first.trim(), items.length);
  const save = () => {
    if (numbers === undefined) return;
    void work.run(() => client.batches.number({ numbers: items.map(({ handoverId }, nth) => ({ handoverId, number: numbers[nth] ?? '' })) }));
  };
  return (
    <form
      className="v-stack"
      data-gap={1}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ProblemNotice problem={work.problem} />
      <Row bottom>
        <TextField label={t('handover:batch.firstNumber')} hint={t('handover:batch.firstNumberHint')} value={first} onChange={setFirst} width="short" maxLength={200} />
        <Button type="submit" isPending={work.pending} isDisabled={numbers === undefined}>
          {t('handover:batch.numberAll', { count: items.length })}
        </Button>
        {numbers === undefined ? null : (
          <span className="v-soft" role="status">
            {numbers.length < 4 ? numbers.join(', ') : `${numbers[0] ?? ''}, ${numbers[1] ?? ''} … ${numbers.at(-1) ?? ''}`}
          </span>
        )}
      </Row>
    </form>
  );
};
