import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/base.ts';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';

/** The plan as it came in the envelope, for an office that works on paper. */
export const PrintPlan = ({ arrivalId, language }: { readonly arrivalId: string | undefined; readonly language: Language }) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const [saved, setSaved] = useState<string | undefined>(undefined);
  if (arrivalId === undefined) return null;
  const save = async () => {
    const file = await bridge().saveFile(t('handover:arrivals.printFile', { language }));
    if (file === null) return;
    const done = await work.run(() => client.imports.saveDocument({ arrivalId, file: file.token }));
    if (done !== undefined) setSaved(done.value.name);
  };
  return (
    <Card title={t('handover:documents.plan')} aside={<span className="v-small v-soft">{t(`enums:language.${language}`)}</span>}>
      <Stack gap={3}>
        <Row>
          <Button onPress={() => void save()} isPending={work.pending}>
            {t('handover:arrivals.print')}
          </Button>
        </Row>
        <p role="status" className="v-small">
          {saved === undefined ? '' : t('handover:arrivals.saved', { name: saved })}
        </p>
        <ProblemNotice problem={work.problem} />
      </Stack>
    </Card>
  );
};
