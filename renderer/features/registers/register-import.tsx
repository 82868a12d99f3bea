import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { RegisterDifferences, RegisterPreview } from '../../../shared/domain/registers/schemas.ts';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useTitle } from '../../app/use-title.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';
import { Progress } from '../../design/progress.tsx';
import { Accepting } from './accepting.tsx';
import { Mapping } from './mapping.tsx';
import { Report, type Taken } from './report.tsx';
import { TakingOver } from './taking-over.tsx';

/** How far the reading of a register is. */
type Stage =
  | { readonly at: 'choose' }
  | { readonly at: 'preview'; readonly readingId: string; readonly preview: RegisterPreview }
  | { readonly at: 'differences'; readonly readingId: string; readonly preview: RegisterPreview; readonly differences: z.infer<typeof RegisterDifferences> }
  | { readonly at: 'report'; readonly preview: RegisterPreview; readonly taken: Taken };

/** From a register file to people, in three looks: how it is read, what is different, what was taken over. */
export const RegisterImport = () => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  useTitle(t('office:import.title'));

  const choose = async () => {
    const file = await bridge().chooseFile('table');
    if (file === null) return;
    const read = await work.run(() => client.registers.open({ file: file.token }));
    if (read !== undefined) setStage({ at: 'preview', ...read.value });
  };
  const compare = async (readingId: string, preview: RegisterPreview) => {
    const found = await work.run(() => client.registers.differences({ readingId }));
    if (found !== undefined) setStage({ at: 'differences', readingId, preview, differences: found.value });
  };
  return (
    <main>
      <PageHeading title={t('office:import.title')}>
        {stage.at === 'choose' ? null : (
          <Button onPress={() => void choose()} isPending={work.pending}>
            {t('office:import.chooseOther')}
          </Button>
        )}
      </PageHeading>
      <Stack>
        <ProblemNotice problem={work.problem} />
        {!work.pending ? null : stage.at === 'differences' ? <TakingOver readingId={stage.readingId} /> : <Progress label={t('office:import.working')} />}
        {stage.at === 'choose' && !work.pending ? (
          <EmptyState title={t('office:import.choose.title')} text={t('office:import.choose.text')}>
            <Button variant="go" onPress={() => void choose()}>
              {t('office:import.choose.go')}
            </Button>
          </EmptyState>
        ) : null}
        {stage.at === 'preview' ? (
          <Mapping
            readingId={stage.readingId}
            preview={stage.preview}
            onPreview={(preview) => setStage({ ...stage, preview })}
            pending={work.pending}
            onRemap={async (mapping) => {
              const read = await work.run(() => client.registers.remap({ readingId: stage.readingId, mapping }));
              if (read !== undefined) setStage({ ...stage, preview: read.value });
            }}
            onGo={() => void compare(stage.readingId, stage.preview)}
          />
        ) : null}
        {stage.at === 'differences' ? (
          <Accepting
            differences={stage.differences}
            pending={work.pending}
            onBack={() => setStage({ at: 'preview', readingId: stage.readingId, preview: stage.preview })}
            onAccept={async (chosen) => {
              const done = await work.run(() => client.registers.accept({ readingId: stage.readingId, ...chosen }));
              if (done !== undefined) setStage({ at: 'report', preview: stage.preview, taken: { ...done.value, gone: stage.differences.gone.length } });
            }}
          />
        ) : null}
        {stage.at === 'report' ? <Report preview={stage.preview} taken={stage.taken} /> : null}
      </Stack>
    </main>
  );
};
