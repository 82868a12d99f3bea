import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { KnownPlace } from '../../../shared/contract/bridge.ts';
import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemWords, useProblemParts } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { screenPaths } from '../../app/shell/screen-paths.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Columns, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Unfold } from '../handover/unfold.tsx';
import { ContentView } from '../transfer/content-view.tsx';
import { Answer } from './answer.tsx';
import { checksShown, waysOf, type Decision } from './arrival-rules.ts';
import { Checks } from './checks.tsx';
import { ImportCase } from './import-case.tsx';
import { NoticeCard } from './notice-card.tsx';
import { noNumbers, NumbersForm, type Numbers } from './numbers.ts';
import { OpenWithWords } from './open-with-words.tsx';
import { RefusalSlip } from './refusal-slip.tsx';
import { PrintPlan } from './print-plan.tsx';

/** One opened envelope: who sent it and how that is known, the case, and what can be done with it. */
export const Arrival = ({ arrival, same, onOpened }: { readonly arrival: ArrivalView; readonly same: KnownPlace | undefined; readonly onOpened: (arrival: ArrivalView) => void }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const may = useMay();
  const [imported, setImported] = useState<string | undefined>(undefined);
  const [answered, setAnswered] = useState<Decision | undefined>(undefined);
  const [deletedOn, setDeletedOn] = useState(arrival.notice?.deletedOn);
  const ways = waysOf(arrival, imported !== undefined || deletedOn !== undefined, answered);
  const { earlier, caseFile, transfer, sender } = arrival;
  const content = transfer ?? caseFile;
  const { form, kept } = useKeptForm({ form: 'imports.accept', about: caseFile?.plan.contentId ?? transfer?.person.id ?? arrival.arrivalId, schema: NumbersForm, defaults: noNumbers });
  const numbers = { number: form.watch('number'), numberOut: form.watch('numberOut') };
  const onNumbers = (next: Numbers): void => {
    form.setValue('number', next.number);
    form.setValue('numberOut', next.numberOut);
  };
  const asksIn = !ways.sameAgain && imported === undefined && earlier === undefined;
  const personId = imported ?? (earlier?.decision === 'ACCEPTED' ? earlier.personId : undefined);
  return (
    <Stack>
      {arrival.notice !== undefined && sender !== undefined ? (
        <NoticeCard notice={arrival.notice} sender={sender.name} deletedOn={deletedOn} onDeleted={setDeletedOn} />
      ) : arrival.pack !== undefined && sender !== undefined ? (
        <PackNotice pack={arrival.pack} sender={sender} />
      ) : content === undefined || sender === undefined ? (
        <>
          <Failed arrival={arrival} />
          <OpenWithWords arrival={arrival} onOpened={onOpened} />
        </>
      ) : (
        <Notice tone="done" title={t(transfer === undefined ? 'handover:arrivals.from' : 'handover:transfer.arrivedFrom', { name: sender.name })}>
          <Verified sender={sender} />
          {personId === undefined ? <p>{t('handover:arrivals.quarantine')}</p> : null}
        </Notice>
      )}
      {arrival.unknown === undefined || arrival.unknown.length === 0 ? null : (
        <Notice tone="warn" title={t('handover:arrivals.newer')}>
          <p>{t('arrivals:newer.text')}</p>
          <ul className="v-waiting">
            {arrival.unknown.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        </Notice>
      )}
      {arrival.supersedes === undefined ? null : (
        <Notice tone="warn" title={t('arrivals:supersedes.title')}>
          <p>{arrival.supersedes === '' ? t('arrivals:supersedes.unknown') : t('arrivals:supersedes.text', { reference: arrival.supersedes })}</p>
        </Notice>
      )}
      {earlier?.revokedOn === undefined ? null : (
        <Notice tone="danger" title={t('arrivals:revoked.title')}>
          <p>{t('arrivals:revoked.text', { date: date(earlier.revokedOn) })}</p>
        </Notice>
      )}
      {earlier === undefined ? null : (
        <Notice tone="warn" title={t('handover:arrivals.repeated')}>
          <p>{t('handover:arrivals.repeatedText', { decision: t(`enums:receiptDecision.${earlier.decision}`), date: date(earlier.on) })}</p>
        </Notice>
      )}
      <Columns>
        {content === undefined ? <AllChecks checks={checksShown(arrival.checks, false, answered !== undefined)} /> : <ContentView content={content} />}
        <Stack>
          <DraftLine kept={kept} />
          <Answer
            arrival={arrival}
            ways={ways}
            same={same}
            asksIn={asksIn}
            numbers={numbers}
            onNumbers={onNumbers}
            onAnswered={(decision) => {
              setAnswered(decision);
              void kept.done();
            }}
          />
          {sender === undefined && arrival.arrivalId !== undefined && may('import.decide') ? <RefusalSlip arrivalId={arrival.arrivalId} /> : null}
          {arrival.document === undefined ? null : <PrintPlan arrivalId={arrival.arrivalId} language={arrival.document} />}
          {content === undefined ? null : <ImportCase arrival={arrival} number={numbers.number} mayImport={ways.mayImport} personId={personId} onImported={setImported} />}
          {content === undefined ? null : <AllChecks checks={checksShown(arrival.checks, personId !== undefined, answered !== undefined || earlier !== undefined)} />}
        </Stack>
      </Columns>
    </Stack>
  );
};

/** It is a directory, a catalogue or templates: they have a screen of their own. */
const PackNotice = ({ pack, sender }: { readonly pack: NonNullable<ArrivalView['pack']>; readonly sender: NonNullable<ArrivalView['sender']> }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Notice tone="done" title={t('handover:arrivals.from', { name: sender.name })}>
      <Verified sender={sender} />
      <p>
        {t('sharedPacks:isPack', { count: pack.lines, kind: t(`enums:sharedPackKind.${pack.kind}`) })} {t('sharedPacks:isPackText')}
      </p>
      <Row>
        <Button onPress={() => void navigate(screenPaths.sharedPacks)}>{t('sharedPacks:toPacks')}</Button>
      </Row>
    </Notice>
  );
};

/** Who sent it and how that is known, in plain words: somebody of us compared their fingerprint with them. */
const Verified = ({ sender }: { readonly sender: NonNullable<ArrivalView['sender']> }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const { comparedOn, comparedWith, comparedBy } = sender;
  return (
    <>
      <p>{t('handover:arrivals.verified')}</p>
      {comparedOn === undefined ? null : (
        <p>
          {t('handover:arrivals.compared', { date: date(comparedOn) })}{' '}
          {[comparedWith === undefined ? undefined : t('handover:arrivals.comparedWith', { how: comparedWith }), comparedBy === undefined ? undefined : t('handover:arrivals.comparedBy', { name: comparedBy })]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </p>
      )}
    </>
  );
};

/** The twelve checks, for whoever wants to know. */
const AllChecks = ({ checks }: { readonly checks: ReturnType<typeof checksShown> }) => {
  const { t } = useTranslation();
  return (
    <Unfold show={t('handover:arrivals.showChecks')} hide={t('handover:arrivals.hideChecks')}>
      <Checks checks={checks} />
    </Unfold>
  );
};

/** The check that failed: what happened, what is safe, what to do. */
const Failed = ({ arrival }: { readonly arrival: ArrivalView }) => {
  const { t } = useTranslation();
  const words = useProblemParts();
  const may = useMay();
  const navigate = useNavigate();
  const failed = arrival.checks.find(({ state }) => state === 'failed');
  return (
    <Notice tone="danger" title={t('handover:arrivals.failed')}>
      {failed?.code === undefined ? <p>{t('handover:arrivals.failedSafe')}</p> : <ProblemWords parts={words({ kind: 'failed', code: failed.code, params: failed.params ?? {} })} />}
      {arrival.state === 'UNTRUSTED' ? (
        <>
          <p>{t('arrivals:untrusted.text')}</p>
          {may('contact.trust') ? (
            <Row>
              <Button onPress={() => void navigate('/services')}>{t('arrivals:untrusted.toServices')}</Button>
            </Row>
          ) : null}
        </>
      ) : null}
    </Notice>
  );
};
