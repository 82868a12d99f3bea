import { useMemo } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { BriefView } from '../../../shared/contract/person-details.ts';
import type { ChecklistView } from '../../../shared/contract/release.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { useMay, useSession, userName } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { FormText } from '../../design/form/fields.tsx';
import { messageText } from '../../design/form/message.ts';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { signOffForm, type SignOffForm } from './sign-off-form.ts';

interface SignOffCardProps {
  readonly personId: string;
  readonly view: ChecklistView;
  readonly list: NonNullable<ChecklistView['list']>;
  readonly missing: BriefView['missing'];
}

/** Whether a second person signed the list, and the act for the one who may. */
export const SignOffCard = ({ personId, view, list, missing }: SignOffCardProps) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const signs = useMay()('plan.approve') && list.startedBy !== status.user?.id && list.endedOn === undefined;
  const [open, setOpen] = useFormOpen('release.signOff', list.id);
  const { signOff } = list;
  return (
    <Card title={t('release:sign.title')}>
      <Stack gap={3}>
        {signOff === undefined ? <p className="v-soft">{t('release:sign.notYet')}</p> : <Signed signOff={signOff} />}
        {signOff !== undefined ? null : signs ? (
          <Row>
            <Button variant="go" onPress={() => setOpen(true)}>
              {t('release:sign.open')}
            </Button>
          </Row>
        ) : (
          <p className="v-small v-soft">{t('release:sign.who')}</p>
        )}
      </Stack>
      {open && signs && signOff === undefined ? <SignOffDialog personId={personId} view={view} list={list} missing={missing} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
};

const Signed = ({ signOff: { on, by, open, goesOn, reason } }: { readonly signOff: NonNullable<SignOffCardProps['list']['signOff']> }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const date = useDateText();
  const name = userName(status, by);
  return (
    <>
      <p>{name === undefined ? t('release:sign.signed', { date: date(on) }) : t('release:sign.signedBy', { date: date(on), name })}</p>
      {open.length === 0 ? null : <p className="v-small">{t('release:sign.without', { things: open.map((what) => t(`enums:criticalThing.${what}`)).join(', ') })}</p>}
      {reason === undefined ? null : <p className="v-small v-soft">{t('release:sign.reasonWas', { reason })}</p>}
      {goesOn.length === 0 ? null : <p className="v-small v-soft">{t('release:sign.goesOnCount', { count: goesOn.length })}</p>}
    </>
  );
};

const SignOffDialog = ({ personId, view, list, missing, onClose }: SignOffCardProps & { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const schema = useMemo(() => signOffForm(missing.length, view.goals.map(({ id }) => id)), [missing.length, view.goals]);
  return (
    <KeptDialog
      form="release.signOff"
      title={t('release:sign.title')}
      personId={personId}
      about={list.id}
      schema={schema}
      defaults={{ reason: '', goesOn: [] }}
      send={(client, { reason, goesOn }: SignOffForm) => client.release.signOff({ checklistId: list.id, open: missing.map(({ what }) => what), goesOn, ...(reason === '' || missing.length === 0 ? {} : { reason }) })}
      onClose={onClose}
    >
      {missing.length === 0 ? (
        <p>{t('release:sign.complete')}</p>
      ) : (
        <>
          <Notice tone="warn" title={t('release:sign.missing', { things: missing.map(({ what }) => t(`enums:criticalThing.${what}`)).join(', ') })} />
          <FormText name="reason" label={t('release:sign.reason')} hint={t('release:sign.reasonHint')} />
        </>
      )}
      {view.goals.length === 0 ? null : <Goals goals={view.goals} />}
    </KeptDialog>
  );
};

/** The goals still open, each to be said to go on. */
const Goals = ({ goals }: { readonly goals: ChecklistView['goals'] }) => {
  const { t } = useTranslation();
  const form = useFormContext<SignOffForm>();
  const { errors } = useFormState<SignOffForm>({ name: 'goesOn' });
  const chosen = form.watch('goesOn');
  const message = errors.goesOn?.message;
  return (
    <fieldset className="v-choice-group">
      <legend className="v-label">{t('release:sign.goals')}</legend>
      <p className="v-hint">{t('release:sign.goalsHint')}</p>
      {message === undefined ? null : (
        <p className="v-wrong" role="alert">
          {messageText(t, message)}
        </p>
      )}
      <Stack gap={1}>
        {goals.map(({ id, title, lang }) => (
          <Checkbox key={id} isSelected={chosen.includes(id)} onChange={(ticked) => form.setValue('goesOn', ticked ? [...chosen, id] : chosen.filter((each) => each !== id), { shouldDirty: true })}>
            <span lang={lang}>{title}</span>
          </Checkbox>
        ))}
      </Stack>
    </fieldset>
  );
};
