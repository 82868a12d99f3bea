import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/casefile.ts';
import type { Handover } from '../../../shared/domain/handover.ts';
import type { CasePart } from '../../../shared/domain/supplement.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import { ReadAndConfirm } from './read-and-confirm.tsx';

interface Seen {
  readonly caseFile: CaseFile;
  readonly caseHash: string;
  readonly parts: readonly CasePart[];
}

/** Last-day changes: which parts are new since the case was sealed, and everything the recipient will then see. */
export const PrepareSupplement = ({ base, onDone }: { readonly base: Handover; readonly onDone: () => void }) => {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const work = useAction();
  const [seen, setSeen] = useState<Seen | undefined>(undefined);
  const { run } = work;
  const { id, personId, recipientServiceId, mandate, documentLanguage } = base;
  useEffect(() => {
    void run(() => client.handovers.previewSupplement({ supplements: id, personId, recipientServiceId, mandate })).then((done) => {
      if (done !== undefined) setSeen(done.value);
      return undefined;
    });
  }, [run, client, id, personId, recipientServiceId, mandate]);
  const confirm = async ({ caseHash }: Seen) => {
    const done = await run(() => client.handovers.prepareSupplement({ supplements: id, personId, recipientServiceId, mandate, documentLanguage, confirmedCaseHash: caseHash }));
    if (done !== undefined) onDone();
  };
  if (seen === undefined) {
    return (
      <Stack>
        {work.pending ? <Progress label={t('common:reading')} /> : null}
        <ProblemNotice problem={work.problem} />
        <Row>
          <Button variant="plain" onPress={onDone}>
            {t('common:act.back')}
          </Button>
        </Row>
      </Stack>
    );
  }
  return (
    <Stack>
      <Notice title={t('handover:life.partsTitle')}>
        <ul>
          {seen.parts.map((part) => (
            <li key={part}>{i18n.exists(`handover:life.part.${part}`) ? t(`handover:life.part.${part}`) : t('handover:life.part.other')}</li>
          ))}
        </ul>
        <p>{t('handover:life.partsText')}</p>
      </Notice>
      <ReadAndConfirm
        step={t('handover:life.supplement')}
        title={t('handover:prepare.previewTitle', { name: seen.caseFile.recipient.name })}
        text={t('handover:life.partsRead')}
        confirm={t('handover:prepare.confirm')}
        content={seen.caseFile}
        pending={work.pending}
        onBack={onDone}
        onConfirm={() => void confirm(seen)}
      >
        <ProblemNotice problem={work.problem} />
      </ReadAndConfirm>
    </Stack>
  );
};
