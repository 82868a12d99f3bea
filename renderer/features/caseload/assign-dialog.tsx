import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DoneForSeveral } from '../../../shared/contract/caseload.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useOnce } from '../../app/use-once.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormRadio, FormSelect } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Row } from '../../design/layout.tsx';
import type { Chosen } from './chosen.ts';
import { ChosenNames } from './chosen-names.tsx';
import { AssignForm, NOBODY } from './several-forms.ts';

interface AssignDialogProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
  readonly onDone: (outcome: DoneForSeveral) => void;
}

/** Another case manager or deputy for everybody chosen. */
export const AssignDialog = ({ chosen, onClose, onDone }: AssignDialogProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const saving = useAction();
  const colleagues = useOnce('colleagues', (core) => core.users.colleagues()) ?? [];
  const form = useForm<AssignForm, unknown, AssignForm>({ resolver: zodResolver(AssignForm), shouldFocusError: false, defaultValues: { as: 'CASE_MANAGER' } });
  return (
    <Dialog title={t('caseload:assign.title')} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async ({ as, user }) => {
          const done = await saving.run(() => client.caseload.assign({ personIds: chosen.map(({ id }) => id), as, userId: user === NOBODY ? null : user }));
          if (done !== undefined) onDone(done.value);
        }}
      >
        <ProblemNotice problem={saving.problem} />
        <ChosenNames chosen={chosen} />
        <FormRadio name="as" label={t('caseload:assign.as')} options={(['CASE_MANAGER', 'DEPUTY'] as const).map((id) => ({ id, label: t(`caseload:assign.${id}`) }))} />
        <FormSelect
          name="user"
          label={t('caseload:assign.who')}
          hint={t('caseload:assign.hint')}
          placeholder={t('caseload:assign.whoChoose')}
          options={[...colleagues.filter(({ standsIn }) => standsIn).map(({ id, name }) => ({ id, label: name })), { id: NOBODY, label: t('caseload:assign.nobody') }]}
        />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={saving.pending}>
            {t('caseload:assign.go', { count: chosen.length })}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
