import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Language } from '../../../shared/domain/base.ts';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { Select } from '../../design/select.tsx';

interface SaveDocumentProps {
  readonly personId: string;
  readonly document: 'plan' | 'person-copy';
  readonly handoverId?: string;
  /** language chosen first */
  readonly first: Language;
  readonly go: string;
}

/** The language of this document, and where to save it. The suggested name names no person. */
export const SaveDocument = ({ personId, document, handoverId, first, go }: SaveDocumentProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const [language, setLanguage] = useState(first);
  const [saved, setSaved] = useState<{ readonly name: string; readonly pages: number } | undefined>(undefined);

  const save = async () => {
    const file = await bridge().saveFile(t(document === 'plan' ? 'handover:documents.planFile' : 'handover:documents.copyFile', { language }));
    if (file === null) return;
    setSaved(undefined);
    const done = await work.run(() => client.documents.save({ personId, document, language, file: file.token, ...(handoverId === undefined ? {} : { handoverId }) }));
    if (done !== undefined) setSaved(done.value);
  };
  return (
    <Stack gap={3}>
      <Row bottom>
        <Select
          label={t('handover:documents.language')}
          value={language}
          onChange={(id) => setLanguage(Language.parse(id))}
          options={Language.options.map((id) => ({ id, label: t(`enums:language.${id}`) }))}
          width="short"
        />
        <Button variant={document === 'person-copy' ? 'go' : 'quiet'} isPending={work.pending} onPress={() => void save()}>
          {go}
        </Button>
      </Row>
      {work.pending ? <Progress label={t('handover:documents.making')} /> : null}
      <ProblemNotice problem={work.problem} />
      <p role="status">{saved === undefined ? '' : t('handover:documents.saved', { name: saved.name, count: saved.pages })}</p>
    </Stack>
  );
};
