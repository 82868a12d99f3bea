import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../shared/contract/users.ts';
import type { Absence } from '../../../shared/domain/office.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useSession, userName } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useOnce } from '../../app/use-once.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { FormDate, FormSelect } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import { Pair, Row, Stack } from '../../design/layout.tsx';
import { AwayForm } from './away-form.ts';

/** The days somebody is away and who stands in; saved one by one. `save` replaces them all. */
export const Away = ({ user, save }: { readonly user: UserView; readonly save: (absences: Absence[]) => Promise<void> }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const date = useDateText();
  const saving = useAction();
  const colleagues = useOnce('colleagues', (core) => core.users.colleagues());
  const form = useForm<AwayForm, unknown, AwayForm>({ resolver: zodResolver(AwayForm), shouldFocusError: false, defaultValues: { deputyId: '', from: status.today, to: '' } });
  const absences = user.absences ?? [];
  const deputies = (colleagues ?? []).filter(({ id, standsIn }) => standsIn && id !== user.id);
  return (
    <Stack>
      <p>{t('users:away.what')}</p>
      <ProblemNotice problem={saving.problem} />
      {absences.length === 0 ? <p className="v-soft">{t('users:away.none')}</p> : null}
      <ul className="v-lines">
        {absences.map((absence) => (
          <li key={`${absence.from}-${absence.to}`}>
            <Row between>
              <span>{t('users:list.awayOf', { from: date(absence.from), to: date(absence.to), name: userName(status, absence.deputyId) ?? '' })}</span>
              <Button
                variant="link"
                aria-label={t('users:away.endName', { from: date(absence.from), to: date(absence.to) })}
                onPress={() => void saving.run(() => save(absences.filter((other) => other !== absence)))}
              >
                {t('users:away.end')}
              </Button>
            </Row>
          </li>
        ))}
      </ul>
      <Form
        form={form}
        onSubmit={async (entry) => {
          const done = await saving.run(() => save([...absences, entry]));
          if (done !== undefined) form.reset();
        }}
      >
        <FormSelect name="deputyId" label={t('users:away.deputy')} placeholder={t('users:away.deputyChoose')} options={deputies.map(({ id, name }) => ({ id, label: name }))} width="medium" />
        <Pair>
          <FormDate name="from" label={t('users:away.from')} />
          <FormDate name="to" label={t('users:away.to')} />
        </Pair>
        <Row>
          <Button type="submit" isPending={saving.pending}>
            {t('users:away.add')}
          </Button>
        </Row>
      </Form>
    </Stack>
  );
};
