import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ArrivalView } from '../../../shared/contract/exchange.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { given } from './numbers.ts';

interface ImportCaseProps {
  readonly arrival: ArrivalView;
  readonly mayImport: boolean;
  /** our incoming number, as it was typed beside the receipt; it may follow later */
  readonly number: string;
  /** whom it was imported as, now or before */
  readonly personId: string | undefined;
  readonly onImported: (personId: string) => void;
}

/** Takes the case over, for an office that goes on with it here: says first whom it fits and what it would change. */
export const ImportCase = ({ arrival, mayImport, number, personId, onImported }: ImportCaseProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const navigate = useNavigate();
  const work = useAction();
  const { arrivalId } = arrival;
  const accept = async (id: string) => {
    const registrationNumberIn = given(number);
    const done = await work.run(() => client.imports.accept({ arrivalId: id, ...(registrationNumberIn === undefined ? {} : { registrationNumberIn }) }));
    if (done !== undefined) onImported(done.value.personId);
  };
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
        <ProblemNotice problem={work.problem} />
        <Row>
          <Button isPending={work.pending} onPress={() => void accept(arrivalId)}>
            {t('handover:arrivals.importGo')}
          </Button>
        </Row>
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
