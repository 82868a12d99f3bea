import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardlessView, ContactView } from '../../../shared/contract/exchange.ts';
import type { CaseFile } from '../../../shared/domain/casefile.ts';
import { useForgetDraft } from '../../app/drafts/use-forget-draft.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { Ground } from './ground.tsx';
import type { GroundFields, GroundRequest } from './ground-form.ts';
import { ReadAndConfirm } from './read-and-confirm.tsx';

interface PrepareProps {
  readonly personId: string;
  readonly contacts: readonly ContactView[];
  readonly cardless: readonly CardlessView[];
  /** what was entered before, for one that is prepared again */
  readonly first: GroundFields;
  readonly onDone: () => void;
  readonly onDocuments: () => void;
}

/** The first act in two steps: ground and recipient, then everything the recipient will see. Nothing typed is lost between them. */
export const Prepare = ({ personId, contacts, cardless, first, onDone, onDocuments }: PrepareProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const forget = useForgetDraft({ form: 'handover.ground', personId });
  const [fields, setFields] = useState(first);
  const [read, setRead] = useState<{ readonly request: GroundRequest; readonly caseFile: CaseFile; readonly caseHash: string } | undefined>(undefined);

  const look = async (request: GroundRequest, entered: GroundFields) => {
    setFields(entered);
    const { documentLanguage: _language, ...asked } = request;
    const seen = await work.run(() => client.handovers.preview({ personId, ...asked }));
    if (seen !== undefined) setRead({ request, ...seen.value });
  };
  const confirm = async (request: GroundRequest, confirmedCaseHash: string) => {
    const done = await work.run(() => client.handovers.prepare({ personId, ...request, confirmedCaseHash }));
    if (done === undefined) return;
    await forget();
    onDone();
  };
  if (read === undefined) {
    return (
      <Stack>
        <Ground personId={personId} first={fields} contacts={contacts} cardless={cardless} pending={work.pending} problem={work.problem} onCancel={onDone} onDocuments={onDocuments} onDone={look} />
      </Stack>
    );
  }
  return (
    <ReadAndConfirm
      step={t('handover:prepare.step', { step: 2 })}
      title={t('handover:prepare.previewTitle', { name: read.caseFile.recipient.name })}
      text={t('handover:prepare.previewText')}
      confirm={t('handover:prepare.confirm')}
      content={read.caseFile}
      pending={work.pending}
      onBack={() => {
        work.clear();
        setRead(undefined);
      }}
      onConfirm={() => void confirm(read.request, read.caseHash)}
    >
      <ProblemNotice problem={work.problem} />
      {work.pending ? <Progress label={t('common:reading')} /> : null}
    </ReadAndConfirm>
  );
};
