import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { LookedUp, RunView } from '../../../shared/contract/learning.ts';
import { firstStates, type FirstState } from '../../../shared/domain/learning-machine.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptDraft } from '../../app/drafts/use-kept-draft.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { BareSelect } from '../../design/bare-select.tsx';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { TextAreaField } from '../../design/text-field.tsx';
import { choiceAmong, linesOf, meantBy } from './look-up.ts';

/** Characters of a list; 400 lines with names are shorter. */
const LONGEST = 20_000;
const ListText = z.string().max(LONGEST);

/** Puts people on a course: a list typed or pasted, one number or name a line, looked up before anybody is enrolled. */
export const EnrolDialog = ({ view, onClose }: { readonly view: RunView; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const { status } = useSession();
  const work = useAction();
  const { value: text, set: setText, kept } = useKeptDraft({ form: 'learning.enrol', about: view.run.id, schema: ListText, empty: '' });
  const [found, setFound] = useState<readonly LookedUp[] | undefined>(undefined);
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const [state, setState] = useState<FirstState>(view.run.startsOn <= status.today ? 'ON_PROGRAMME' : 'ENROLLED');
  const lines = linesOf(text);
  const runId = view.run.id;
  const people = found === undefined ? [] : meantBy(found, picked);
  const lookUp = async (): Promise<void> => {
    if (lines.length === 0) return;
    const done = await work.run(() => client.learning.lookUp({ runId, lines }));
    if (done !== undefined) setFound(done.value);
  };
  const enrol = async (): Promise<void> => {
    const done = await work.run(() => client.learning.enrol({ runId, personIds: [...people], status: state }));
    if (done === undefined) return;
    await kept.done();
    onClose();
  };
  return (
    <Dialog title={t('learning:enrol.title')} isOpen onClose={onClose} wide>
      <Stack>
        <DraftLine kept={kept} />
        <ProblemNotice problem={work.problem} />
        <TextAreaField
          label={t('learning:enrol.list')}
          hint={t('learning:enrol.listHint')}
          value={text}
          onChange={(next) => {
            setText(() => next);
            setFound(undefined);
          }}
          maxLength={LONGEST}
        />
        {found === undefined ? null : (
          <>
            <ul className="v-matches" aria-label={t('learning:enrol.found')}>
              {found.map((entry) => (
                <li key={entry.line}>
                  <span className="v-strong">{entry.line}</span>
                  <Match entry={entry} picked={picked[entry.line]} onPick={(id) => setPicked({ ...picked, [entry.line]: id })} />
                </li>
              ))}
            </ul>
            <Select label={t('learning:enrol.state')} value={state} onChange={(next) => setState(firstStates.find((known) => known === next) ?? 'ENROLLED')} options={firstStates.map((id) => ({ id, label: t(`enums:enrolmentStatus.${id}`) }))} width="medium" />
          </>
        )}
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          {found === undefined ? (
            <Button variant="go" isDisabled={lines.length === 0} isPending={work.pending} onPress={() => void lookUp()}>
              {t('learning:enrol.lookUp', { count: lines.length })}
            </Button>
          ) : (
            <Button variant="go" isDisabled={people.length === 0} isPending={work.pending} onPress={() => void enrol()}>
              {t('learning:enrol.go', { count: people.length })}
            </Button>
          )}
        </Row>
      </Stack>
    </Dialog>
  );
};

const Match = ({ entry, picked, onPick }: { readonly entry: LookedUp; readonly picked: string | undefined; readonly onPick: (id: string) => void }) => {
  const { t } = useTranslation();
  const [only] = entry.people;
  if (entry.more) return <span className="v-soft">{t('learning:enrol.tooMany')}</span>;
  if (only === undefined) return <span className="v-soft">{t('learning:enrol.nobody')}</span>;
  if (entry.people.length === 1) return <span>{only.on ? t('learning:enrol.already', { name: only.name, code: only.code }) : `${only.name} · ${only.code}`}</span>;
  return <BareSelect label={t('learning:enrol.which', { line: entry.line })} value={choiceAmong(entry, picked)} onChange={onPick} options={[{ id: '', label: t('learning:enrol.chooseOne') }, ...entry.people.map(({ id, name, code, on }) => ({ id, label: on ? t('learning:enrol.already', { name, code }) : `${name} · ${code}` }))]} />;
};
