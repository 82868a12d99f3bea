import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandsOf } from '../../../shared/domain/machine.ts';
import { thirdPersonMachine, type ThirdPerson, type ThirdPersonCommand } from '../../../shared/domain/third-person.ts';
import { answerToday } from '../../../shared/domain/third-person-rules.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay, useSession } from '../../app/session-context.tsx';
import { useTogether } from '../../app/shell/together.ts';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row } from '../../design/layout.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { DetailsDialog } from './details-dialog.tsx';

type Open = { readonly at: 'add' } | { readonly at: 'change'; readonly id: string } | { readonly at: 'answer'; readonly id: string; readonly command: ThirdPersonCommand };

/**
 * Relatives, hosts, mentors, employers, each with their own answer. Not shown while the person sits beside: somebody else's no is
 * never told to them by name.
 */
export const OthersCard = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const may = useMay()('case.write');
  const together = useTogether();
  const [open, setOpen] = useAskable<Open>(({ open: form, about }) => (form === 'others.add' ? { at: 'add' } : form === 'others.change' && about !== undefined ? { at: 'change', id: about } : undefined));
  const all = useLive(personId, (client, signal) => client.thirdPersons.ofPerson({ personId }, { signal }));
  if (together.on) return null;
  const third = open === undefined || open.at === 'add' ? undefined : all.value?.find(({ id }) => id === open.id);
  const close = () => setOpen(undefined);
  return (
    <Card title={t('choices:third.title')} aside={may ? <Button onPress={() => setOpen({ at: 'add' })}>{t('choices:third.add')}</Button> : null}>
      <p className="v-small v-soft">{t('choices:third.lead')}</p>
      <ProblemNotice problem={all.problem} />
      {all.value?.length === 0 ? <p className="v-soft">{t('choices:third.none')}</p> : null}
      <ul className="v-lines">
        {(all.value ?? []).map((one) => (
          <Other key={one.id} third={one} onOpen={may ? setOpen : undefined} />
        ))}
      </ul>
      {open?.at === 'add' ? <DetailsDialog personId={personId} onClose={close} /> : null}
      {open?.at === 'change' && third !== undefined ? <DetailsDialog key={third.id} personId={personId} third={third} onClose={close} /> : null}
      {open?.at === 'answer' && third !== undefined ? <AnswerDialog key={`${third.id}${open.command}`} personId={personId} third={third} command={open.command} onClose={close} /> : null}
    </Card>
  );
};

const Other = ({ third, onOpen }: { readonly third: ThirdPerson; readonly onOpen: ((open: Open) => void) | undefined }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const client = useClient();
  const ending = useAction();
  const [sure, setSure] = useState(false);
  const { today } = useSession().status;
  const answer = answerToday(third, today);
  const last = third.answers.at(-1);
  const act = (command: ThirdPersonCommand): string => t(command === 'give' && answer === 'GIVEN' ? 'choices:renew' : `enums:thirdPersonCommand.${command}`);
  return (
    <li className="v-question">
      <span>
        <span className="v-strong">{third.name}</span> <span className="v-small v-soft">{[t(`enums:thirdPersonKind.${third.kind}`), third.relation, third.phone].filter((part) => part !== undefined).join(' · ')}</span>
        {last?.told === undefined ? null : (
          <>
            <br />
            <span className="v-small v-soft">{t('choices:third.told', { told: last.told, how: t(`enums:toldHow.${last.how}`) })}</span>
          </>
        )}
        <ProblemNotice problem={ending.problem} />
      </span>
      <span className="v-small">
        {t(`enums:thirdPersonAnswer.${answer}`)}
        {last === undefined ? null : (
          <>
            <br />
            <span className="v-soft v-number">{last.validTo === undefined ? date(last.on) : t('choices:third.onUntil', { date: date(last.on), until: date(last.validTo) })}</span>
          </>
        )}
      </span>
      {onOpen === undefined ? null : (
        <Row>
          {commandsOf(thirdPersonMachine, answer).map((command) => (
            <Button key={command} aria-label={t('choices:third.actName', { act: act(command), name: third.name })} onPress={() => onOpen({ at: 'answer', id: third.id, command })}>
              {act(command)}
            </Button>
          ))}
          <Button variant="link" aria-label={t('choices:third.changeName', { name: third.name })} onPress={() => onOpen({ at: 'change', id: third.id })}>
            {t('choices:third.change')}
          </Button>
          <Button variant="link" aria-label={t('choices:third.endName', { name: third.name })} isPending={ending.pending} onPress={() => (sure ? void ending.run(() => client.thirdPersons.end({ thirdPersonId: third.id })) : setSure(true))}>
            {t(sure ? 'choices:third.endSure' : 'choices:third.end')}
          </Button>
        </Row>
      )}
    </li>
  );
};
