import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/domain/handover.ts';
import { mayWriteAgain } from '../../../shared/domain/medium-rules.ts';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useInstantText } from '../documents/instant.ts';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import { useMedia } from './use-media.ts';

/** Looks at the medium of one hand-over again, and says what the last look found. */
export const CheckAgain = ({ handover }: { readonly handover: Handover }) => {
  const client = useClient();
  const may = useMay();
  const work = useAction();
  if (handover.envelope === undefined || !may('handover.seal')) return null;
  return (
    <Stack gap={2}>
      <LastCheck handover={handover} />
      <ProblemNotice problem={work.problem} />
      <CheckMedium fileNames={[handover.envelope.fileName]} pending={work.pending} onFolder={(folder) => void work.run(() => client.handovers.checkMedium({ handoverIds: [handover.id], folder }))} />
    </Stack>
  );
};

interface CheckMediumProps {
  /** what ought to lie on it */
  readonly fileNames: readonly string[];
  readonly pending: boolean;
  /** token of the folder that was chosen */
  readonly onFolder: (folder: string) => void;
}

/** The media that are there, those with the file first, and the dialog for anything else. Write-protected ones can be read too. */
export const CheckMedium = ({ fileNames, pending, onFolder }: CheckMediumProps) => {
  const { t } = useTranslation();
  const media = useMedia() ?? [];
  const here = media.filter(({ envelopes }) => envelopes.some(({ name }) => fileNames.some((wanted) => wanted.toLowerCase() === name.toLowerCase())));
  const check = async (place: string | undefined) => {
    const folder = (place === undefined ? null : await bridge().takeFolder(place)) ?? (await bridge().chooseFolder());
    if (folder !== null) onFolder(folder.token);
  };
  if (pending) return <Progress label={t('handover:medium.checking')} />;
  return (
    <>
      <p className="v-small v-soft">{t('handover:medium.why')}</p>
      <Row>
        {here.map(({ place, name }) => (
          <Button key={place} onPress={() => void check(place)}>
            {t('handover:medium.check', { name })}
          </Button>
        ))}
        <Button variant={here.length === 0 ? 'quiet' : 'link'} onPress={() => void check(undefined)}>
          {t('handover:medium.checkOther')}
        </Button>
      </Row>
    </>
  );
};

const tones = { WHOLE: 'done', DIFFERS: 'danger', NOT_THERE: 'warn' } as const;

/** What the newest look found, and what to do about it. */
const LastCheck = ({ handover }: { readonly handover: Handover }) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const when = useInstantText();
  const last = handover.mediumChecks?.at(-1);
  if (last === undefined) return null;
  return (
    <Notice tone={tones[last.result]} title={t('handover:medium.found', { result: t(`enums:mediumResult.${last.result}`), when: when(last.at) })}>
      <p>{t(`handover:medium.text.${last.result}`)}</p>
      {mayWriteAgain(handover).ok ? (
        <>
          <ProblemNotice problem={work.problem} />
          <Button isPending={work.pending} onPress={() => void work.run(() => client.handovers.writeAgain({ handoverId: handover.id }))}>
            {t('handover:medium.writeAgain')}
          </Button>
        </>
      ) : null}
    </Notice>
  );
};
