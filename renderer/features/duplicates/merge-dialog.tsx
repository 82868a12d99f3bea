import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DuplicatePair, MergeLook } from '../../../shared/contract/duplicates.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choice.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Pair, Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { tell } from '../../design/toast.tsx';
import { useFieldWords } from './field-words.ts';
import { useLook } from './use-look.ts';

type Two = DuplicatePair['people'];

/** The one that was entered first is proposed to stay. */
const firstEntered = ([one, other]: Two): string => (other.createdAt < one.createdAt ? other.id : one.id);

/** One record of two: which one stays, what counts where they differ, what goes along, what stands in the way. */
export const MergeDialog = ({ pair, onClose }: { readonly pair: Two; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const client = useClient();
  const navigate = useNavigate();
  const merging = useAction();
  const [keepId, setKeepId] = useState(() => firstEntered(pair));
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const otherId = pair.find(({ id }) => id !== keepId)?.id ?? '';
  const { look, problem } = useLook(keepId, otherId);
  const merge = async () => {
    if (look === undefined) return;
    const taking = { fields: look.differing.filter((field) => taken.has(field)), dates: look.differingDates.filter((kind) => taken.has(kind)) };
    const done = await merging.run(() => client.people.merge({ keepId, otherId, taking }));
    if (done === undefined) return;
    onClose();
    tell({ text: t('duplicates:merge.done') });
    void navigate(personPath(keepId));
  };
  return (
    <Dialog title={t('duplicates:merge.title')} isOpen onClose={onClose} wide>
      <Stack>
        <ProblemNotice problem={problem ?? merging.problem} />
        <RadioGroup
          label={t('duplicates:merge.keep')}
          hint={t('duplicates:merge.keepHint')}
          value={keepId}
          onChange={(id) => {
            merging.clear();
            setTaken(new Set());
            setKeepId(id);
          }}
          options={pair.map(({ id, name, code, createdAt }) => ({ id, label: `${name} · ${code}`, hint: t('duplicates:merge.entered', { date: date(createdAt.slice(0, 10)) }) }))}
        />
        {look !== undefined ? <Looked look={look} taken={taken} onTake={setTaken} /> : problem === undefined ? <Progress label={t('common:reading')} /> : null}
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button variant="go" isDisabled={look === undefined || look.refusal !== undefined} isPending={merging.pending} onPress={() => void merge()}>
            {t('duplicates:merge.go')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
};

interface LookedProps {
  readonly look: MergeLook;
  readonly taken: ReadonlySet<string>;
  readonly onTake: (taken: ReadonlySet<string>) => void;
}

const Looked = ({ look, taken, onTake }: LookedProps) => {
  const { t } = useTranslation();
  const words = useFieldWords();
  if (look.refusal !== undefined) return <ProblemNotice problem={{ kind: 'refused', code: look.refusal, params: {} }} />;
  const choice = (id: string, label: string, kept: string, other: string) => (
    <RadioGroup
      key={id}
      label={label}
      value={taken.has(id) ? 'other' : 'kept'}
      onChange={(value) => onTake(new Set(value === 'other' ? [...taken, id] : [...taken].filter((one) => one !== id)))}
      options={[
        { id: 'kept', label: kept, hint: t('duplicates:merge.ofKept') },
        { id: 'other', label: other, hint: t('duplicates:merge.ofOther') },
      ]}
    />
  );
  const given = [...look.given.map((field) => `${t(`duplicates:field.${field}`)}: ${words.field(look.other, field)}`), ...look.givenDates.map((kind) => `${t(`enums:releaseDateKind.${kind}`)}: ${words.date(look.other, kind)}`)];
  const counted = (counts: MergeLook['moves']) => counts.map(({ group, count }) => `${t(`duplicates:group.${group}`)}: ${count}`);
  return (
    <>
      <section aria-labelledby="merge-differ">
        <Stack gap={2}>
          <h3 id="merge-differ">{t('duplicates:merge.differ')}</h3>
          {look.differing.length + look.differingDates.length === 0 ? <p className="v-soft">{t('duplicates:merge.differNone')}</p> : null}
          <Pair>
            {look.differing.map((field) => choice(field, t(`duplicates:field.${field}`), words.field(look.kept, field), words.field(look.other, field)))}
            {look.differingDates.map((kind) => choice(kind, t(`enums:releaseDateKind.${kind}`), words.date(look.kept, kind), words.date(look.other, kind)))}
          </Pair>
        </Stack>
      </section>
      <Listed title={t('duplicates:merge.given')} items={given} />
      <Listed title={t('duplicates:merge.moves')} items={look.moves.length === 0 ? [t('duplicates:merge.movesNone')] : counted(look.moves)} />
      <Listed title={t('duplicates:merge.aside')} items={counted(look.aside)} />
      <p className="v-soft">{t('duplicates:merge.undoable')}</p>
    </>
  );
};

/** A short list under its heading; nothing where there is nothing. */
const Listed = ({ title, items }: { readonly title: string; readonly items: readonly string[] }) =>
  items.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul className="v-waiting">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
