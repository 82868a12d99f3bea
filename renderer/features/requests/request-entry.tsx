import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../shared/contract/requests.ts';
import type { Language } from '../../../shared/domain/base.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { commandsOf } from '../../../shared/domain/machine.ts';
import { RequestCommand, requestMachine } from '../../../shared/domain/request.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { useMay, userName, useSession } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Tag, type Tone } from '../../design/tag.tsx';
import { casePaper } from '../documents/paper.ts';
import { PaperActions } from '../documents/paper-actions.tsx';
import { RequestAct } from './act-dialogs.tsx';

const tones: Readonly<Partial<Record<RequestView['request']['state'], Tone>>> = { DELIVERED: 'done', ANSWERED: 'accent' };

/** One request: what was asked, where it stands, what was answered, and what can be done next. */
export const RequestEntry = ({ view, today, lang }: { readonly view: RequestView; readonly today: CivilDate; readonly lang: Language | undefined }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const may = useMay();
  const { status } = useSession();
  const { request } = view;
  const [act, setAct] = useAskable(({ open, about }) => (about === request.id ? RequestCommand.options.find((command) => open === `requests.${command}`) : undefined));
  const nameOf = (id: string): string => userName(status, id) ?? t('office:audit.formerUser');
  const about = `${t(`enums:requestAbout.${request.about}`)}, ${date(request.receivedOn)}`;
  const { answer, delivered } = request;
  return (
    <article className="v-note" aria-label={about}>
      <div className="v-note-head">
        <div className="v-note-facts">
          <Tag tone={tones[request.state] ?? 'plain'}>{t(`enums:requestState.${request.state}`)}</Tag>
          <span className="v-strong">{t(`enums:requestAbout.${request.about}`)}</span>
          <span className="v-number">{date(request.receivedOn)}</span>
          {request.number === undefined ? null : <span>{t('requests:entry.number', { number: request.number })}</span>}
          {request.fromPaper === undefined ? null : <span>{t('documents:scan.from', { date: date(request.receivedOn) })}</span>}
          {request.assignedTo === undefined ? null : <span>{t('requests:entry.assigned', { name: nameOf(request.assignedTo) })}</span>}
          {request.past === true ? <span>{t('requests:entry.over')}</span> : null}
          {view.waits === 0 ? null : <span>{t('requests:waits', { count: view.waits })}</span>}
          {view.answerBy === undefined ? null : view.answerBy < today ? <Tag tone="warn">{t('requests:entry.by', { date: date(view.answerBy) })}</Tag> : <span>{t('requests:entry.by', { date: date(view.answerBy) })}</span>}
        </div>
        {may('case.write') && request.past !== true ? (
          <Row>
            {commandsOf(requestMachine, request.state).map((command) => (
              <Button key={command} variant="link" aria-label={`${t(`enums:requestCommand.${command}`)}: ${about}`} onPress={() => setAct(command)}>
                {t(`enums:requestCommand.${command}`)}
              </Button>
            ))}
          </Row>
        ) : null}
      </div>
      {request.text === undefined ? (
        <p className="v-soft">{t('requests:entry.health')}</p>
      ) : (
        <p className="v-note-words" lang={request.lang}>
          {request.text}
        </p>
      )}
      {request.reopened.map((before) => (
        <div key={`${before.on} ${before.reason}`} className="v-note-beside">
          <span className="v-soft">{t('requests:entry.reopened', { date: date(before.on), reason: before.reason })}</span>
          {before.answer === undefined ? null : (
            <p className="v-note-words" lang={before.answer.lang}>
              <s>{before.answer.text}</s>
            </p>
          )}
        </div>
      ))}
      {answer === undefined ? null : (
        <div className="v-note-beside">
          <b>{t('requests:entry.answer', { date: date(answer.on), result: t(`enums:requestResult.${answer.result}`) })}</b>{' '}
          <span className="v-soft">{[answer.passedTo === undefined ? '' : t('requests:entry.passedTo', { name: answer.passedTo }), nameOf(answer.by)].filter((part) => part !== '').join(' · ')}</span>
          <p className="v-note-words" lang={answer.lang}>
            {answer.text}
          </p>
          {may('document.make') ? (
            <PaperActions paper={casePaper({ personId: request.personId, document: 'request-answer', requestId: request.id })} first={answer.lang} look={t('requests:slip.look')} save={t('requests:slip.save')} />
          ) : null}
          {delivered === undefined ? null : <span className="v-soft">{t('requests:entry.delivered', { way: t(`enums:deliveryWay.${delivered.way}`), date: date(delivered.on) })}</span>}
        </div>
      )}
      {request.withdrawnOn === undefined ? null : <p className="v-soft">{t('requests:entry.withdrawn', { date: date(request.withdrawnOn) })}</p>}
      {act === undefined ? null : <RequestAct command={act} request={request} today={today} lang={lang} onClose={() => setAct(undefined)} />}
    </article>
  );
};
