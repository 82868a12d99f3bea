import { useTranslation } from 'react-i18next';
import { displayName } from '../../../shared/domain/people.ts';
import type { Transfer } from '../../../shared/domain/transfer.ts';
import { useDateText } from '../../app/words.ts';
import { Card, Facts, Stack } from '../../design/layout.tsx';
import { CaseLearning } from '../handover/case-learning.tsx';
import { NotIncluded } from '../handover/case-view.tsx';
import { Unfold } from '../handover/unfold.tsx';
import { Lines, type Line } from './lines.tsx';
import { NeedRounds, Plans } from './transfer-parts.tsx';

type Entry = readonly [string, string | undefined];
const given = (entries: readonly Entry[]): [string, string][] => entries.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]));

/** A whole case with its history as people read it, the same for who sends it and who gets it; at its end every word of the file itself. */
export const TransferView = ({ transfer }: { readonly transfer: Transfer }) => (
  <Stack>
    <Cover transfer={transfer} />
    <Dates transfer={transfer} />
    <Plans transfer={transfer} />
    <NeedRounds transfer={transfer} />
    <CaseLearning learning={transfer.learning} />
    <Outside transfer={transfer} />
    <Choices transfer={transfer} />
    <NotIncluded notIncluded={transfer.notIncluded} />
    <AsWritten transfer={transfer} />
  </Stack>
);

const Cover = ({ transfer }: { readonly transfer: Transfer }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const { person, sender, recipient, order } = transfer;
  const cover = (name: string): string => t(`documents:plan.cover.${name}`);
  const away = (person.movements ?? []).length;
  return (
    <>
      <Card title={t('handover:case.exchange')}>
        <Facts
          entries={given([
            [cover('sender'), sender.name],
            [cover('phone'), sender.phone],
            [cover('recipient'), recipient.name],
            [cover('mandate'), t('enums:mandateKind.TRANSFER')],
            [cover('act'), t('documents:plan.cover.actOf', { act: order.act, date: date(order.date) })],
            [cover('dataAsOf'), date(transfer.dataAsOf)],
          ])}
        />
      </Card>
      <Card title={t('handover:case.person')}>
        <Facts
          entries={given([
            [t('handover:case.name'), displayName(person)],
            [cover('code'), [person.code, ...(person.otherCodes ?? [])].join(', ')],
            [cover('birthDate'), date(person.birthDate)],
            [cover('citizenships'), person.citizenships?.join(', ')],
            [cover('municipality'), person.municipality],
            [cover('education'), person.education],
            [cover('interpreter'), person.interpreterLanguage],
            [cover('reading'), person.readingSupport === undefined ? undefined : t(`enums:readingSupport.${person.readingSupport}`)],
            [cover('copyLanguage'), person.copyLanguage === undefined ? undefined : t(`enums:language.${person.copyLanguage}`)],
            [cover('admission'), person.admissionDate === undefined ? undefined : date(person.admissionDate)],
            [t('handover:transfer.standing'), [t(`enums:personStatus.${person.status}`), person.regime, person.legalPosition === undefined ? undefined : t(`enums:legalPosition.${person.legalPosition}`)].filter((part) => part !== undefined).join(' · ')],
            [t('handover:transfer.bans'), person.contactBans?.map(({ kind, act }) => `${t(`enums:contactBanKind.${kind}`)} (${act})`).join('; ')],
            [t('handover:transfer.movements'), away === 0 ? undefined : String(away)],
            [t('handover:transfer.stays'), person.stays === undefined || person.stays.length === 0 ? undefined : String(person.stays.length)],
          ])}
        />
      </Card>
    </>
  );
};

const Dates = ({ transfer: { person } }: { readonly transfer: Transfer }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const lines: readonly Line[] = [
    ...person.releaseDates.map(({ id, kind, date: day, certainty, source, supersededOn }) => ({
      id,
      main: `${t(`enums:releaseDateKind.${kind}`)} · ${t(`enums:certainty.${certainty}`)}`,
      more: [source, supersededOn === undefined ? undefined : t('handover:transfer.replaced', { date: date(supersededOn) })],
      side: date(day),
    })),
    ...person.decisions.map(({ id, state, openedOn }) => ({ id, main: t('handover:transfer.decision'), tag: t(`enums:decisionState.${state}`), side: date(openedOn) })),
  ];
  return <Lines title={t('documents:plan.dates.title')} none={t('documents:plan.dates.none')} lines={lines} />;
};

const Outside = ({ transfer }: { readonly transfer: Transfer }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const { obligations, appointments, applications, lists, departure, road, otherPeople } = transfer;
  const destination = [road?.destination?.municipality, road?.destination?.address].filter((part) => part !== undefined);
  return (
    <>
      <Lines title={t('handover:transfer.obligations')} none={t('handover:transfer.none')} lines={obligations.map(({ id, text, lang, act, from, until }) => ({ id, main: text, lang, more: [act], side: until === undefined ? date(from) : `${date(from)} – ${date(until)}` }))} />
      <Lines
        title={t('handover:transfer.road')}
        none={t('handover:transfer.none')}
        lines={[
          ...(destination.length === 0 ? [] : [{ id: 'destination', main: destination.join(', ') }]),
          ...appointments.map(({ id, organisation, purpose, lang, status, at }) => ({ id, main: organisation, lang, more: [purpose], tag: t(`enums:appointmentStatus.${status}`), ...(at.when === 'EXACT' ? { side: date(at.date) } : {}) })),
          ...applications.map(({ id, kind, status }) => ({ id, main: t(`enums:applicationKind.${kind}`), tag: t(`enums:applicationStatus.${status}`) })),
          ...lists.map(({ id, kind, items, startedOn }) => ({ id, main: `${t('handover:transfer.list')} · ${t(`enums:checklistKind.${kind}`)}`, more: [t('handover:transfer.items', { count: items.length })], side: date(startedOn) })),
          ...(departure === undefined ? [] : [{ id: departure.id, main: t('handover:transfer.departure'), more: [t('handover:transfer.items', { count: Object.keys(departure.things).length })] }]),
        ]}
      />
      <Lines title={t('handover:transfer.others')} none={t('handover:transfer.none')} lines={otherPeople.map(({ id, name, kind }) => ({ id, main: name, more: [t(`enums:thirdPersonKind.${kind}`)] }))} />
    </>
  );
};

const Choices = ({ transfer: { choices } }: { readonly transfer: Transfer }) => {
  const { t } = useTranslation();
  const date = useDateText();
  return <Lines title={t('documents:plan.choices.title')} none={t('documents:plan.choices.none')} lines={choices.map(({ id, purpose, decision, on }) => ({ id, main: t(`enums:consentPurpose.${purpose}`), tag: t(`enums:consentDecision.${decision}`), side: date(on) }))} />;
};

/** Every word of the file, for whoever wants to be sure that nothing else leaves. */
const AsWritten = ({ transfer }: { readonly transfer: Transfer }) => {
  const { t } = useTranslation();
  return (
    <Card title={t('handover:transfer.asWritten')}>
      <Stack gap={3}>
        <p className="v-small v-soft">{t('handover:transfer.asWrittenText')}</p>
        <Unfold show={t('handover:transfer.showWritten')} hide={t('handover:transfer.hideWritten')}>
          <pre className="v-written">{JSON.stringify(transfer, undefined, 2)}</pre>
        </Unfold>
      </Stack>
    </Card>
  );
};
