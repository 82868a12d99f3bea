import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import type { ArrivalView } from '../../../shared/contract/exchange.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { FormText } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';

const ImportForm = z.object({ number: z.string().trim().max(200, 'common:form.tooLong') });

interface ImportCaseProps {
  readonly arrival: ArrivalView;
  readonly mayImport: boolean;
  /** whom it was imported as, now or before */
  readonly personId: string | undefined;
  readonly onImported: (personId: string) => void;
}

/** Takes the case over, for an office that goes on with it here: says first whom it fits and what it would change. */
export const ImportCase = ({ arrival, mayImport, personId, onImported }: ImportCaseProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const navigate = useNavigate();
  const work = useAction();
  const { form, kept } = useKeptForm({ form: 'imports.accept', about: arrival.caseFile?.plan.contentId, schema: ImportForm, defaults: { number: '' } });
  const { arrivalId } = arrival;
  if (personId !== undefined) {
    return (
      <Notice tone="done" title={t('handover:arrivals.imported')}>
        {arrival.earlier?.decision === 'ACCEPTED' ? null : <p>{t('handover:arrivals.importedText')}</p>}
        <Button onPress={() => void navigate(`/people/${personId}`)}>{t('handover:arrivals.toPerson')}</Button>
      </Notice>
    );
  }
  if (!mayImport || arrivalId === undefined || !may('import.decide')) return null;
  return (
    <Card title={t('handover:arrivals.import')}>
      <Stack gap={3}>
        <p className="v-small v-soft">{t('handover:arrivals.importText')}</p>
        <p>
          <Match match={arrival.match} />
        </p>
        <Form
          form={form}
          onSubmit={async ({ number }) => {
            const done = await work.run(() => client.imports.accept({ arrivalId, ...(number === '' ? {} : { registrationNumberIn: number }) }));
            if (done === undefined) return;
            await kept.done();
            onImported(done.value.personId);
          }}
        >
          <DraftLine kept={kept} />
          <ProblemNotice problem={work.problem} />
          <FormText name="number" label={t('handover:arrivals.numberIn')} hint={t('handover:arrivals.numberInHint')} width="short" />
          <Row>
            <Button type="submit" isPending={work.pending}>
              {t('handover:arrivals.importGo')}
            </Button>
          </Row>
        </Form>
      </Stack>
    </Card>
  );
};

const Match = ({ match }: { readonly match: ArrivalView['match'] }) => {
  const { t } = useTranslation();
  if (match === undefined) return t('handover:arrivals.matchNew');
  if (match.differences.length === 0) return t('handover:arrivals.matchSame');
  return t('handover:arrivals.matchDiffers', { fields: match.differences.map((field) => t(`handover:arrivals.field.${field}`)).join(', ') });
};
