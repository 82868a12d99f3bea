import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { isShown } from '../../../shared/domain/external-tool.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { FormDate, FormText } from '../../design/form/fields.tsx';
import { Card, Pair, Row, Stack } from '../../design/layout.tsx';

const word = (missing: string) => z.string().trim().min(1, missing).max(200, 'common:form.tooLong');
const toolForm = (today: CivilDate) =>
  z.object({
    tool: word('needs:tool.nameMissing'),
    band: word('needs:tool.bandMissing'),
    on: z
      .string()
      .refine(isCivilDate, 'common:form.dateMissing')
      .refine((day) => day <= today, 'needs:update.inFuture'),
    by: word('needs:tool.byMissing'),
  });

/** Results of tools used elsewhere, for twelve months, for those who work with them. Nothing is counted or compared here. */
export const ToolCard = ({ personId, today }: { readonly personId: string; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const client = useClient();
  const dropping = useAction();
  const schema = useMemo(() => toolForm(today), [today]);
  const [adding, setAdding] = useFormOpen('needs.tool');
  const live = useLive(personId, (line, signal) => line.needs.tools({ personId }, { signal }));
  if (live.problem !== undefined) return <ProblemNotice problem={live.problem} />;
  const tools = live.value?.filter((tool) => isShown(tool, today)) ?? [];
  return (
    <Card title={t('needs:tool.title')} aside={<Button onPress={() => setAdding(true)}>{t('needs:tool.add')}</Button>}>
      <Stack gap={2}>
        <p className="v-small v-soft">
          {t('needs:tool.what')} {tools.length === 0 ? t('needs:tool.none') : ''}
        </p>
        <ProblemNotice problem={dropping.problem} />
        {tools.length === 0 ? null : (
          <ul className="v-lines">
            {tools.map((tool) => (
              <li key={tool.id}>
                <span>{t('needs:tool.line', { tool: tool.tool, band: tool.band })}</span>
                <Row end>
                  <span className="v-soft">{t('needs:tool.from', { by: tool.by, date: date(tool.on) })}</span>
                  <Button variant="link" aria-label={t('needs:tool.dropOf', { tool: tool.tool })} onPress={() => void dropping.run(() => client.needs.dropTool({ toolId: tool.id }))}>
                    {t('needs:tool.drop')}
                  </Button>
                </Row>
              </li>
            ))}
          </ul>
        )}
      </Stack>
      {adding ? (
        <KeptDialog
          form="needs.tool"
          personId={personId}
          title={t('needs:tool.add')}
          schema={schema}
          defaults={{ tool: '', band: '', on: '', by: '' }}
          send={(line, values) => line.needs.recordTool({ personId, ...values })}
          onClose={() => setAdding(false)}
        >
          <Pair>
            <FormText name="tool" label={t('needs:tool.name')} />
            <FormText name="band" label={t('needs:tool.band')} />
          </Pair>
          <Pair>
            <FormDate name="on" label={t('needs:tool.on')} />
            <FormText name="by" label={t('needs:tool.by')} hint={t('needs:tool.byHint')} />
          </Pair>
        </KeptDialog>
      ) : null}
    </Card>
  );
};
