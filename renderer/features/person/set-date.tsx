import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Certainty, ReleaseDateKind, type Person } from '../../../shared/domain/people.ts';
import { countsToRelease } from '../../../shared/domain/release-dates.ts';
import { DoubtNotice, useDoubts } from '../../app/doubt-notice.tsx';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormRadio, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Pair, Row } from '../../design/layout.tsx';
import { dateForm, replaces, type DateForm } from './date-form.ts';

/** A new date, or a corrected one: the date it replaces stays readable with the reason. */
export const SetDate = ({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const setting = useAction();
  const doubts = useDoubts();
  const schema = useMemo(() => dateForm(person), [person]);
  const { form, kept } = useKeptForm<DateForm, DateForm>({
    form: 'people.setDate',
    personId: person.id,
    schema,
    defaults: { date: '', time: '', source: '', reasonForChange: '' },
  });
  const kind = form.watch('kind');
  const replacing = replaces(person, kind);
  const leaving = countsToRelease(kind);
  return (
    <Dialog title={t('people:dates.set')} isOpen onClose={onClose} wide>
      <Form
        form={form}
        onSubmit={async ({ reasonForChange, time, ...entry }) => {
          const done = await setting.run(() => client.people.setDate({ personId: person.id, ...entry, ...(time === '' || !leaving ? {} : { time }), ...(replacing ? { reasonForChange } : {}), ...doubts.sent() }));
          if (done === undefined) return;
          await kept.done();
          onClose();
        }}
      >
        <DraftLine kept={kept} />
        <DoubtNotice problem={setting.problem} doubts={doubts} pending={setting.pending} />
        <Pair>
          <FormSelect
            name="kind"
            label={t('people:dates.kind')}
            placeholder={t('people:dates.kindChoose')}
            options={ReleaseDateKind.options.map((id) => ({ id, label: t(`enums:releaseDateKind.${id}`) }))}
          />
          <FormDate name="date" label={t('people:dates.date')} />
        </Pair>
        {leaving ? <FormText name="time" label={t('people:dates.time')} hint={t('people:dates.timeHint')} width="short" /> : null}
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
