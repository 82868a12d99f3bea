import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Language } from '../../../shared/domain/base.ts';
import { bridge } from '../../app/bridge.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choice.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';

/** The answer on paper, where nobody can be answered by a sealed receipt. */
export const RefusalSlip = ({ arrivalId }: { readonly arrivalId: string }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { preferences } = usePreferences();
  const saving = useAction();
  const [language, setLanguage] = useState<Language>(preferences.language);
  const [saved, setSaved] = useState<string | undefined>(undefined);
  const save = async () => {
    const file = await bridge().saveFile(t('arrivals:slip.file'));
    if (file === null) return;
    const done = await saving.run(() => client.imports.saveRefusalSlip({ arrivalId, language, file: file.token }));
    if (done !== undefined) setSaved(done.value.name);
  };
  return (
    <Card title={t('arrivals:slip.title')}>
      <Stack gap={3}>
        <p className="v-small v-soft">{t('arrivals:slip.text')}</p>
        <RadioGroup label={t('arrivals:slip.language')} value={language} onChange={(id) => setLanguage(Language.parse(id))} options={Language.options.map((id) => ({ id, label: t(`enums:language.${id}`) }))} />
        <ProblemNotice problem={saving.problem} />
        {saved === undefined ? null : <Notice tone="done" title={t('arrivals:slip.saved', { name: saved })} />}
        <Row>
          <Button isPending={saving.pending} onPress={() => void save()}>
            {t('arrivals:slip.save')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
};
