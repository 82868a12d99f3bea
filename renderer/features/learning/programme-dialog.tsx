import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ProgrammeRow } from '../../../shared/contract/learning.ts';
import { Language } from '../../../shared/domain/base.ts';
import { ProgrammeArea } from '../../../shared/domain/learning.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { programmePath } from '../../app/shell/screen-paths.ts';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormSelect, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Pair, Row } from '../../design/layout.tsx';
import { formOf, programmeForm, programmeOf, type ProgrammeForm } from './programme-form.ts';

/** A new programme, whose page opens when it is saved; or what an existing one says of itself. */
export const ProgrammeDialog = ({ programme, onClose }: { readonly programme?: ProgrammeRow; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const client = useClient();
  const navigate = useNavigate();
  const saving = useAction();
  const { language } = preferences;
  const schema = useMemo(() => programmeForm(language), [language]);
  const { form, kept } = useKeptForm<Record<keyof ProgrammeForm, string>, ProgrammeForm>({
    ...(programme === undefined ? { form: 'learning.programme' as const } : { form: 'learning.programmeEdit' as const, about: programme.id }),
    schema: schema as never,
    defaults: formOf(programme, language),
  });
  const area = form.watch('area');
  const save = async (values: ProgrammeForm): Promise<void> => {
    const fields = programmeOf(values, language);
    const done = await saving.run(async () => {
      if (programme === undefined) return client.learning.addProgramme(fields);
      await client.learning.editProgramme({ programmeId: programme.id, ...fields });
      return { programmeId: programme.id };
    });
    if (done === undefined) return;
    await kept.done();
    onClose();
    if (programme === undefined) void navigate(programmePath(done.value.programmeId));
  };
  const others = Language.options.filter((other) => other !== language);
  return (
    <Dialog title={programme === undefined ? t('learning:programmes.add') : t('learning:programme.edit')} isOpen onClose={onClose} wide>
      <Form form={form} onSubmit={save}>
        <DraftLine kept={kept} />
        <ProblemNotice problem={saving.problem} />
        <FormText name={language} label={t('learning:programme.title')} hint={t('learning:programme.titleHint')} />
        <Pair>
          <FormText name="code" label={t('learning:programme.code')} hint={t('learning:programme.codeHint')} width="short" />
          <FormText name="hours" label={t('learning:programme.hours')} width="short" />
          <FormSelect name="area" label={t('learning:programme.area')} placeholder={t('learning:choose')} options={ProgrammeArea.options.map((id) => ({ id, label: t(`enums:programmeArea.${id}`) }))} />
          <FormText name="provider" label={t('learning:programme.provider')} hint={t('learning:programme.providerHint')} />
        </Pair>
        {area === 'SPIRITUAL' || area === 'RESTORATIVE' ? <p className="v-hint">{t(`learning:programme.stays.${area}`)}</p> : null}
        <Pair>
          {others.map((other) => (
            <FormText key={other} name={other} label={t('learning:programme.titleIn', { language: t(`enums:language.${other}`) })} hint={t('learning:programme.titleInHint')} />
          ))}
        </Pair>
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={saving.pending}>
            {t('common:act.save')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
