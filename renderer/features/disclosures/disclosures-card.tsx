import { useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Disclosure, DisclosureContent } from '../../../shared/domain/disclosure.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay, useSession, userName } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { DisclosureDialog } from './disclosure-dialog.tsx';

/** The disclosure book of a person: who asked, what they were told, on what ground; corrected entries keep what they said. */
export const DisclosuresCard = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const records = useMay()('disclosure.record');
  const [opened, setOpened] = useAskable<{ readonly entryId?: string }>(({ open, about }) =>
    open === 'disclosures.record' ? {} : open === 'disclosures.correct' && about !== undefined ? { entryId: about } : undefined,
  );
  const book = useLive(personId, (client, signal) => client.disclosures.ofPerson({ personId }, { signal }));
  const entries = book.value ?? [];
  const entry = entries.find(({ id }) => id === opened?.entryId);
  const isOpen = opened !== undefined && (opened.entryId === undefined || entry !== undefined);
  return (
    <>
      <Card
        title={t('disclosures:title')}
        aside={records ? <Button onPress={() => setOpened({})}>{t('disclosures:new')}</Button> : null}
        flush={entries.length > 0}
      >
        <ProblemNotice problem={book.problem} />
        {book.value !== undefined && entries.length === 0 ? <p className="v-soft">{t('disclosures:none')}</p> : null}
        {entries.length === 0 ? null : (
          <Table heads={[...(['when', 'who', 'answer', 'ground', 'by'] as const).map((column) => t(`disclosures:column.${column}`)), { hidden: t('disclosures:column.act') }]} label={t('disclosures:title')}>
            {entries.map((each) => (
              <Line key={each.id} entry={each} onCorrect={records ? () => setOpened({ entryId: each.id }) : undefined} />
            ))}
          </Table>
        )}
      </Card>
      {isOpen ? <DisclosureDialog key={entry?.id ?? 'new'} personId={personId} {...(entry === undefined ? {} : { entry })} onClose={() => setOpened(undefined)} /> : null}
    </>
  );
};

const answerText = (t: TFunction, { answer, told }: DisclosureContent): string =>
  answer === 'REFUSED' ? t('enums:disclosureAnswer.REFUSED') : told.map((topic) => t(`enums:disclosureTopic.${topic}`)).join(', ');

const groundText = (t: TFunction, { ground, act, purpose }: DisclosureContent): string =>
  [ground === undefined ? undefined : t(`enums:disclosureGround.${ground}`), act, purpose === undefined ? undefined : t(`enums:consentPurpose.${purpose}`)].filter((part) => part !== undefined).join(' · ');

const Line = ({ entry, onCorrect }: { readonly entry: Disclosure; readonly onCorrect: (() => void) | undefined }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const { status } = useSession();
  const [all, setAll] = useState(false);
  const earlier = entry.earlier.toReversed();
  return (
    <tr>
      <td className="v-number">{[date(entry.on), entry.time].filter((part) => part !== undefined).join(' ')}</td>
      <th scope="row">
        {entry.asker}
        <span className="v-small v-soft">
          {' '}
          · {t(`enums:disclosureWay.${entry.way}`)} · {t(`enums:identification.${entry.identified}`)}
        </span>
      </th>
      <td>
        {answerText(t, entry)}
        {entry.words === undefined ? null : <span className="v-small v-soft"> · {entry.words}</span>}
        {(all ? earlier : []).map((before) => (
          <p key={before.until} className="v-small v-soft">
            {t('disclosures:before', { date: date(before.until.slice(0, 10)), reason: before.reason, what: [before.asker, answerText(t, before), groundText(t, before)].filter((part) => part !== '').join(' · ') })}
          </p>
        ))}
        {earlier.length === 0 || all ? null : (
          <Button variant="link" onPress={() => setAll(true)}>
            {t('notes:entry.corrected')}
          </Button>
        )}
      </td>
      <td>{groundText(t, entry)}</td>
      <td>{userName(status, entry.createdBy) ?? t('office:audit.formerUser')}</td>
      <td>
        {onCorrect === undefined ? null : (
          <Button variant="link" aria-label={t('disclosures:correctName', { date: date(entry.on) })} onPress={onCorrect}>
            {t('disclosures:correct')}
          </Button>
        )}
      </td>
    </tr>
  );
};
