import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ThirdPersonKind, type ThirdPerson } from '../../../shared/domain/third-person.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormRadio, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Pair, Row } from '../../design/layout.tsx';
import { detailsFrom, DetailsForm, detailsOf, emptyDetails } from './third-person-form.ts';

interface DetailsDialogProps {
  readonly personId: string;
  /** who is put right; without it somebody new */
  readonly third?: ThirdPerson & { readonly _rev: string };
  readonly onClose: () => void;
}

/** Who somebody else is. Another name or number is another matter than the one they agreed to, and the form says so. */
export const DetailsDialog = ({ personId, third, onClose }: DetailsDialogProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const saving = useAction();
  const place = third === undefined ? ({ form: 'others.add', personId } as const) : ({ form: 'others.change', personId, about: third.id } as const);
  const { form, kept } = useKeptForm<DetailsForm, DetailsForm>({ ...place, schema: DetailsForm, defaults: third === undefined ? emptyDetails : detailsOf(third) });
  const { setFocus } = form;
  useEffect(() => setFocus('name'), [setFocus]);
  const send = async (values: DetailsForm) => {
    const details = detailsFrom(values);
    const done = await saving.run(async () => {
      if (third === undefined) await client.thirdPersons.add({ personId, details });
      else await client.thirdPersons.change({ thirdPersonId: third.id, _rev: third._rev, details });
    });
    if (done === undefined) return;
    await kept.done();
    onClose();
  };
  return (
    <Dialog title={t(third === undefined ? 'choices:third.add' : 'choices:third.changeTitle')} isOpen onClose={onClose}>
      <Form form={form} onSubmit={send}>
        <DraftLine kept={kept} />
        <ProblemNotice problem={saving.problem} />
        <FormRadio name="kind" label={t('choices:third.form.kind')} options={ThirdPersonKind.options.map((id) => ({ id, label: t(`enums:thirdPersonKind.${id}`) }))} />
        <FormText name="name" label={t('choices:third.form.name')} />
        <Pair>
          <FormText name="relation" label={t('choices:third.form.relation')} hint={t('choices:third.form.relationHint')} />
          <FormText name="phone" label={t('choices:third.form.phone')} />
        </Pair>
        {third === undefined || third.answers.length === 0 ? null : <p className="v-small v-soft">{t('choices:third.form.askAgain')}</p>}
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
