import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { TextField } from '../../design/text-field.tsx';

const asksForWords: ReadonlySet<string | undefined> = new Set(['envelope.PASSPHRASE_NEEDED', 'envelope.WRONG_PASSPHRASE']);

/** A file that was sealed with words: they are asked for until they are right. */
export const OpenWithWords = ({ arrival, onOpened }: { readonly arrival: ArrivalView; readonly onOpened: (arrival: ArrivalView) => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const [typed, setTyped] = useState('');
  const { arrivalId } = arrival;
  if (arrivalId === undefined || !arrival.checks.some(({ state, code }) => state === 'failed' && asksForWords.has(code))) return null;
  const open = async () => {
    if (typed.trim() === '') return;
    const done = await work.run(() => client.imports.openWithWords({ arrivalId, passphrase: typed }));
    if (done !== undefined) onOpened(done.value);
  };
  return (
    <Notice title={t('handover:words.openTitle')}>
      <p>{t('handover:words.openText')}</p>
      <ProblemNotice problem={work.problem} />
      <form
        className="v-stack"
        data-gap={3}
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <TextField label={t('handover:words.openField')} value={typed} onChange={setTyped} maxLength={200} />
        <Row>
          <Button type="submit" variant="go" isPending={work.pending}>
            {t('handover:words.open')}
          </Button>
        </Row>
      </form>
    </Notice>
  );
};
