import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import type { KnownPlace } from '../../../shared/contract/bridge.ts';
import type { SharedLine, SharedReview } from '../../../shared/contract/shared-packs.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import { Table } from '../../design/table.tsx';
import { Tag, type Tone } from '../../design/tag.tsx';
import { noNumbers } from '../arrivals/numbers.ts';
import { WriteReceipt } from '../arrivals/write-receipt.tsx';
import { LineFields } from './field-text.tsx';
import { isPlainlyNew, mayBeTaken, toDecide } from './lines.ts';

interface ReviewProps {
  readonly arrival: ArrivalView;
  /** the folder it lay in */
  readonly folder: KnownPlace | undefined;
  /** something was decided: what is in quarantine is looked at again */
  readonly onChanged: () => void;
}

/** One pack in quarantine: its lines, what is taken over of it, and the answer to who sent it. */
export const Review = ({ arrival, folder, onChanged }: ReviewProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const date = useDateText();
  const looking = useAction();
  const { run } = looking;
  const [review, setReview] = useState<SharedReview | undefined>(undefined);
  const [taken, setTaken] = useState<number | undefined>(undefined);
  const { arrivalId = '', pack, sender } = arrival;
  const decided = pack?.state === 'APPLIED' || pack?.state === 'REFUSED';
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const done = await run(() => client.sharedPacks.review({ arrivalId }));
      if (!gone && done !== undefined) setReview(done.value);
    };
    if (!decided) void look();
    return () => {
      gone = true;
    };
  }, [client, arrivalId, decided, run]);
  if (pack === undefined || sender === undefined) return null;
  return (
    <Card title={t('sharedPacks:review.title', { kind: t(`enums:sharedPackKind.${pack.kind}`), name: sender.name })} {...(review === undefined ? {} : { aside: <span className="v-soft">{t('sharedPacks:asOf', { date: date(review.dataAsOf) })}</span> })}>
      <Stack gap={3}>
        <ProblemNotice problem={looking.problem} />
        {looking.pending ? <Progress label={t('common:reading')} /> : null}
        {decided ? (
          <Notice tone={pack.state === 'APPLIED' ? 'done' : 'warn'} title={taken === undefined ? t('sharedPacks:review.done', { state: t(`enums:sharedPackState.${pack.state}`) }) : taken === 0 ? t('sharedPacks:review.refused') : t('sharedPacks:review.taken', { count: taken })} />
        ) : review === undefined ? null : (
          <Lines
            arrivalId={arrivalId}
            review={review}
            onDecided={(count) => {
              setTaken(count);
              onChanged();
            }}
          />
        )}
        <PackAnswer arrivalId={arrivalId} folder={folder} decision={pack.state === 'APPLIED' ? 'ACCEPTED' : pack.state === 'REFUSED' ? 'REJECTED' : 'RECEIVED'} />
      </Stack>
    </Card>
  );
};

/** The answer says what was done with it, and nothing else. */
const PackAnswer = ({ arrivalId, folder, decision }: { readonly arrivalId: string; readonly folder: KnownPlace | undefined; readonly decision: 'RECEIVED' | 'ACCEPTED' | 'REJECTED' }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [numbers, setNumbers] = useState(noNumbers);
  if (!may('import.decide')) return null;
  return (
    <section aria-label={t('sharedPacks:answer')}>
      <Stack gap={3}>
        <h3>{t('sharedPacks:answer')}</h3>
        <WriteReceipt of={{ arrivalId }} ways={{ receipts: [decision], sameAgain: decision === 'REJECTED' }} asksIn={false} numbers={numbers} onNumbers={setNumbers} same={folder} onAnswered={() => undefined} />
      </Stack>
    </section>
  );
};

const tones: Readonly<Record<SharedLine['standing'], Tone>> = { NEW: 'accent', CHANGED: 'warn', SAME: 'plain', GONE: 'plain', UNKNOWN: 'plain' };

const Lines = ({ arrivalId, review, onDecided }: { readonly arrivalId: string; readonly review: SharedReview; readonly onDecided: (taken: number) => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const mayDecide = useMay()('sharedPack.decide');
  const deciding = useAction();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const open = toDecide(review.lines);
  const same = review.lines.length - open.length;
  const fresh = open.filter(isPlainlyNew).length;
  const toggle = (id: string, on: boolean): void => setChosen((all) => new Set(on ? [...all, id] : [...all].filter((other) => other !== id)));
  const apply = async (take: 'ALL_NEW' | readonly string[]) => {
    const done = await deciding.run(() => client.sharedPacks.apply({ arrivalId, take: take === 'ALL_NEW' ? take : [...take], seen: review.seen }));
    if (done !== undefined) onDecided(done.value.lines);
  };
  const refuse = async () => {
    const done = await deciding.run(() => client.sharedPacks.refuse({ arrivalId }));
    if (done !== undefined) onDecided(0);
  };
  return (
    <>
      <p className="v-soft">{t('sharedPacks:review.text')}</p>
      {open.length === 0 ? (
        <p>{t('sharedPacks:review.nothingLeft')}</p>
      ) : (
        <Table label={t('sharedPacks:review.line')} heads={[{ hidden: t('sharedPacks:review.take') }, t('sharedPacks:review.line'), t('sharedPacks:review.standing'), t('sharedPacks:review.what')]}>
          {open.map((line) => (
            <tr key={line.lineId}>
              <td>{mayDecide && mayBeTaken(line) ? <Checkbox aria-label={t('sharedPacks:review.takeLine', { name: line.name })} isSelected={chosen.has(line.lineId)} onChange={(on) => toggle(line.lineId, on)} /> : null}</td>
              <th scope="row">{line.name === '' ? t('sharedPacks:review.unnamed') : line.name}</th>
              <td>
                <Tag tone={tones[line.standing]}>{t(`sharedPacks:review.${line.standing}`)}</Tag>
              </td>
              <td>
                <LineFields fields={line.fields} />
                <Remark line={line} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {same === 0 ? null : <p className="v-small v-soft">{t('sharedPacks:review.sameCount', { count: same })}</p>}
      <ProblemNotice problem={deciding.problem} />
      {mayDecide ? (
        <Row>
          {chosen.size === 0 && fresh > 0 ? (
            <Button variant="go" isPending={deciding.pending} onPress={() => void apply('ALL_NEW')}>
              {t('sharedPacks:review.allNew', { count: fresh })}
            </Button>
          ) : null}
          {chosen.size === 0 ? null : (
            <Button variant="go" isPending={deciding.pending} onPress={() => void apply([...chosen])}>
              {t('sharedPacks:review.chosen', { count: chosen.size })}
            </Button>
          )}
          <Button isPending={deciding.pending} onPress={() => void refuse()}>
            {t('sharedPacks:review.refuse')}
          </Button>
        </Row>
      ) : (
        <p className="v-small v-soft">{t('sharedPacks:review.mayNot')}</p>
      )}
    </>
  );
};

/** Why a line is decided by itself. */
const Remark = ({ line: { standing, edited, alike } }: { readonly line: SharedLine }) => {
  const { t } = useTranslation();
  const remarks = [
    edited === undefined ? undefined : t(standing === 'NEW' ? 'sharedPacks:review.removed' : 'sharedPacks:review.edited'),
    alike === undefined ? undefined : alike === '' ? t('sharedPacks:review.alikeOurs') : t('sharedPacks:review.alike', { name: alike }),
    standing === 'GONE' ? t('sharedPacks:review.goneText') : undefined,
    standing === 'UNKNOWN' ? t('sharedPacks:review.unknownText') : undefined,
  ].filter((remark) => remark !== undefined);
  return remarks.map((remark) => (
    <p key={remark} className="v-small v-strong">
      {remark}
    </p>
  ));
};
