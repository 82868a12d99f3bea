import { useMemo } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { RoundKind, Source, type Round } from '../../../shared/domain/needs.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDate, FormSelect, FormText, FormTextArea } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { messageText } from '../../design/form/message.ts';
import { Pair, Row } from '../../design/layout.tsx';
import { PaperBeside } from '../scans/paper-beside.tsx';
import { fromPaper, useTypedPaper } from '../scans/typed-paper.ts';
import { askedBy, ME, OTHER, startForm, type StartForm } from './start-form.ts';

interface StartRoundProps {
  readonly personId: string;
  readonly today: CivilDate;
  /** what kind of round it most likely is */
  readonly kind: Round['kind'];
  readonly onClose: () => void;
  readonly onStarted: (roundId: string) => void;
}

/** Why, when and from what needs are asked; then the round is open. */
export const StartRound = ({ personId, today, kind, onClose, onStarted }: StartRoundProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const starting = useAction();
  const paper = useTypedPaper(['NEEDS_SHORT', 'NEEDS_LONG']);
  const schema = useMemo(() => startForm(today), [today]);
  const { form, kept } = useKeptForm<StartForm, StartForm>({
    form: 'needs.start',
    personId,
    schema,
    defaults: { kind, conductedOn: today, who: ME, asker: '', sources: ['INTERVIEW'], limitations: '' },
  });
  return (
    <Dialog title={t('needs:start.title')} isOpen onClose={onClose} wide>
      <Form
        form={form}
        onSubmit={async ({ limitations, who, asker, ...entry }) => {
          const done = await starting.run(() => client.needs.openRound({ personId, ...entry, ...askedBy({ who, asker }), ...(limitations === '' ? {} : { limitations }), ...fromPaper(paper) }));
          if (done === undefined) return;
          await kept.done();
          onStarted(done.value.roundId);
        }}
      >
        <PaperBeside paper={paper} />
        <DraftLine kept={kept} />
        <ProblemNotice problem={starting.problem} />
        <Pair>
          <FormSelect name="kind" label={t('needs:start.kind')} options={RoundKind.options.map((id) => ({ id, label: t(`enums:roundKind.${id}`) }))} />
          <FormDate name="conductedOn" label={t('needs:start.on')} />
        </Pair>
        <WhoAsked />
        <Sources />
        <FormTextArea name="limitations" label={t('needs:start.limits')} hint={t('needs:start.limitsHint')} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={starting.pending}>
            {t('needs:start.go')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};

/** Who asked: whoever is at the screen, a colleague, or somebody else by name. */
const WhoAsked = () => {
  const { t } = useTranslation();
  const { status } = useSession();
  const who = useWatch<StartForm, 'who'>({ name: 'who' });
  const kind = useWatch<StartForm, 'kind'>({ name: 'kind' });
  const colleagues = status.users.filter(({ id }) => id !== status.user?.id).map(({ id, name }) => ({ id, label: name }));
  return (
    <>
      <p className="v-small v-soft">{kind === 'READMISSION' ? t('needs:start.before') : t('needs:start.paper')}</p>
      <Pair>
        <FormSelect name="who" label={t('needs:start.who')} options={[{ id: ME, label: t('needs:start.me') }, ...colleagues, { id: OTHER, label: t('needs:start.other') }]} />
        {who === OTHER ? <FormText name="asker" label={t('needs:start.otherName')} /> : null}
      </Pair>
    </>
  );
};

const Sources = () => {
  const { t } = useTranslation();
  const { field, fieldState } = useController<StartForm, 'sources'>({ name: 'sources' });
  const wrong = fieldState.error?.message;
  return (
    <fieldset className="v-field" ref={(group) => field.ref(group === null ? null : { focus: () => group.querySelector('input')?.focus() })}>
      <legend className="v-label">{t('needs:start.sources')}</legend>
      {wrong === undefined ? null : <span className="v-wrong">{messageText(t, wrong)}</span>}
      <div className="v-pair">
        {Source.options.map((source) => (
          <Checkbox
            key={source}
            isSelected={field.value.includes(source)}
            onChange={(on) => field.onChange(Source.options.filter((other) => (other === source ? on : field.value.includes(other))))}
          >
            {t(`enums:source.${source}`)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
};
