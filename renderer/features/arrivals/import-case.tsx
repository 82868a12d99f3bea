import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { proposed } from './arrival-rules.ts';
import { Differences } from './differences.tsx';
import { given } from './numbers.ts';
import { Whose } from './whose.tsx';

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
  const { arrivalId, candidates = [], elsewhere = 0 } = arrival;
  const [as, setAs] = useState(() => proposed(candidates, elsewhere));
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [missing, setMissing] = useState(false);
  const match = candidates.find(({ personId: id }) => id === as);
  const accept = async (id: string) => {
    if (as === undefined) {
      setMissing(true);
      return;
    }
    const registrationNumberIn = given(number);
    const take = (match?.differences ?? []).flatMap(({ field }) => (kept.has(field) ? [] : [field]));
    const done = await work.run(() => client.imports.accept({ arrivalId: id, as, take: kept.size === 0 ? 'ALL' : take, ...(registrationNumberIn === undefined ? {} : { registrationNumberIn }) }));
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
        <p className="v-small v-soft">{t(arrival.transfer === undefined ? 'handover:arrivals.importText' : 'handover:transfer.acceptText')}</p>
        <Whose
          candidates={candidates}
          elsewhere={elsewhere}
          value={as ?? null}
          onChange={(next) => {
            setAs(next);
            setKept(new Set());
            setMissing(false);
          }}
        />
        {missing ? (
          <Notice tone="danger" title={t('arrivals:whose.missing')}>
            <p>{t('arrivals:whose.missingText')}</p>
          </Notice>
        ) : null}
        {match === undefined || match.differences.length === 0 ? null : <Differences differences={match.differences} kept={kept} onKeep={setKept} />}
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
