import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Certainty, ReleaseDateKind, type Person } from '../../../shared/domain/people.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormRadio, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Pair, Row } from '../../design/layout.tsx';
import { dateForm, replaces, type DateForm } from './date-form.ts';

/** A new date, or a corrected one: the date it replaces stays readable with the reason. */
export const SetDate = ({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const setting = useAction();
  const schema = useMemo(() => dateForm(person), [person]);
  const form = useForm<DateForm, unknown, DateForm>({
    resolver: zodResolver(schema),
    shouldFocusError: false,
    defaultValues: { date: '', source: '', reasonForChange: '' },
  });
  const replacing = replaces(person, form.watch('kind'));
  return (
    <Dialog title={t('people:dates.set')} isOpen onClose={onClose} wide>
      <Form
        form={form}
        onSubmit={async ({ reasonForChange, ...entry }) => {
          const done = await setting.run(() => client.people.setDate({ personId: person.id, ...entry, ...(replacing ? { reasonForChange } : {}) }));
          if (done !== undefined) onClose();
        }}
      >
        <ProblemNotice problem={setting.problem} />
        <Pair>
          <FormSelect
            name="kind"
            label={t('people:dates.kind')}
            placeholder={t('people:dates.kindChoose')}
            options={ReleaseDateKind.options.map((id) => ({ id, label: t(`enums:releaseDateKind.${id}`) }))}
          />
          <FormDate name="date" label={t('people:dates.date')} />
        </Pair>
        <FormRadio
          name="certainty"
          label={t('people:dates.certainty')}
          options={Certainty.options.map((id) => ({ id, label: t(`enums:certainty.${id}`), hint: t(`people:dates.certaintyHint.${id}`) }))}
        />
        <FormText name="source" label={t('people:dates.source')} hint={t('people:dates.sourceHint')} />
        {replacing ? <FormText name="reasonForChange" label={t('people:dates.reason')} hint={t('people:dates.reasonHint')} /> : null}
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={setting.pending}>
            {t('common:act.save')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
