import { useTranslation } from 'react-i18next';
import type { ApplicationView, FirstDaysView } from '../../../shared/contract/first-days.ts';
import { applicationMachine } from '../../../shared/domain/application.ts';
import { commandsOf } from '../../../shared/domain/machine.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { useMay } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { ApplicationDialog, ApplicationStep } from './application-dialog.tsx';

type Open = { readonly act: 'new' } | { readonly act: 'change' | 'step'; readonly id: string };

/** Papers and rights that were asked for, each with how far it is and where the paper lies. */
export const ApplicationsCard = ({ personId, view }: { readonly personId: string; readonly view: FirstDaysView }) => {
  const { t } = useTranslation();
  const writes = useMay()('case.write');
  const [open, setOpen] = useAskable<Open>(({ open: form, about }) => (form !== 'release.application' ? undefined : about === undefined ? { act: 'new' } : { act: 'change', id: about }));
  const chosen = open === undefined || open.act === 'new' ? undefined : view.applications.find(({ application }) => application.id === open.id)?.application;
  const close = () => setOpen(undefined);
  return (
    <Card title={t('firstDays:application.card')} aside={writes ? <Button onPress={() => setOpen({ act: 'new' })}>{t('firstDays:application.add')}</Button> : null}>
      {view.applications.length === 0 ? <p className="v-soft">{t('firstDays:application.none')}</p> : null}
      <ul className="v-lines">
        {view.applications.map((line) => (
          <Line key={line.application.id} line={line} onAct={writes ? (act) => setOpen({ act, id: line.application.id }) : undefined} />
        ))}
      </ul>
      {open?.act === 'new' || (open?.act === 'change' && chosen !== undefined) ? <ApplicationDialog key={chosen?.id ?? 'new'} personId={personId} application={chosen} onClose={close} /> : null}
      {open?.act === 'step' && chosen !== undefined ? <ApplicationStep key={chosen.id} personId={personId} application={chosen} onClose={close} /> : null}
    </Card>
  );
};

const Line = ({ line: { application, late }, onAct }: { readonly line: ApplicationView; readonly onAct: ((act: 'change' | 'step') => void) | undefined }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const { kind, what, to, reference, status, submittedOn, expectedBy, receivedOn, storedWith, cost, paidBy, log } = application;
  const name = what ?? t(`enums:applicationKind.${kind}`);
  const note = log.at(-1)?.note;
  const facts = [
    to,
    reference,
    submittedOn === undefined ? undefined : t('firstDays:application.submitted', { date: date(submittedOn) }),
    receivedOn === undefined ? undefined : t('firstDays:application.received', { date: date(receivedOn) }),
    storedWith === undefined ? undefined : t(`enums:storedWith.${storedWith}`),
    cost,
    paidBy === undefined ? undefined : t(`enums:paidBy.${paidBy}`),
    note,
  ].filter((part) => part !== undefined);
  return (
    <li>
      <div>
        <b>{t(`enums:applicationKind.${kind}`)}</b>
        {what === undefined ? null : ` · ${what}`} <Tag tone={status === 'RECEIVED' ? 'done' : 'plain'}>{t(`enums:applicationStatus.${status}`)}</Tag>
        {facts.length === 0 ? null : <p className="v-small v-soft">{facts.join(' · ')}</p>}
        {expectedBy === undefined || receivedOn !== undefined ? null : (
          <p className="v-small">{late ? <Tag tone="warn">{t('firstDays:application.late', { date: date(expectedBy) })}</Tag> : <span className="v-soft">{t('firstDays:application.expected', { date: date(expectedBy) })}</span>}</p>
        )}
      </div>
      {onAct === undefined ? null : (
        <Row>
          <Button variant="link" aria-label={t('firstDays:changeName', { name })} onPress={() => onAct('change')}>
            {t('firstDays:change')}
          </Button>
          {commandsOf(applicationMachine, status).length === 0 ? null : (
            <Button variant="link" aria-label={t('firstDays:stepName', { name })} onPress={() => onAct('step')}>
              {t('firstDays:stepOpen')}
            </Button>
          )}
        </Row>
      )}
    </li>
  );
};
