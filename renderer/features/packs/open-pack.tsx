import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { PackCandidate } from '../../../shared/contract/packs.ts';
import { PackReason } from '../../../shared/domain/departure.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { isStopped, toProblem, type Problem } from '../../app/problem.ts';
import { FormRadio, FormSelect, FormText } from '../../design/form/fields.tsx';

/** The shortest text that is looked for. */
const LEAST = 2;

const openForm = z.object({
  who: z.string().trim(),
  personId: z.string().min(1, 'documents:packs.whoMissing'),
  reason: z.union([PackReason, z.literal('')]).refine((reason) => reason !== '', 'documents:packs.reasonMissing'),
  words: z.string().trim().min(1, 'documents:packs.wordsMissing').max(200, 'common:form.tooLong'),
});

interface OpenPackProps {
  readonly onClose: () => void;
  readonly onOpened: () => void;
}

/** The pack of somebody whose release nobody expected: who it is, why, and it stands in the list for three days. */
export const OpenPack = ({ onClose, onOpened }: OpenPackProps) => {
  const { t } = useTranslation();
  return (
    <KeptDialog
      form="packs.open"
      title={t('documents:packs.other')}
      schema={openForm}
      defaults={{ who: '', personId: '', reason: '', words: '' }}
      send={async (client, { personId, reason, words }) => {
        await client.packs.open({ personId, reason: PackReason.parse(reason), words });
        onOpened();
        return true;
      }}
      onClose={onClose}
    >
      <p className="v-soft">{t('documents:packs.otherText')}</p>
      <FormText name="who" label={t('documents:packs.who')} hint={t('documents:packs.whoHint')} />
      <Candidates />
      <FormSelect name="reason" label={t('documents:packs.reason')} placeholder={t('people:dates.kindChoose')} options={PackReason.options.map((id) => ({ id, label: t(`enums:packReason.${id}`) }))} />
      <FormText name="words" label={t('documents:packs.words')} hint={t('documents:packs.wordsHint')} />
    </KeptDialog>
  );
};

/** Those it may be, found while the name is typed. */
const Candidates = () => {
  const { t } = useTranslation();
  const client = useClient();
  const who = String(useWatch({ name: 'who' }) ?? '').trim();
  const [found, setFound] = useState<{ readonly who: string; readonly people: readonly PackCandidate[] } | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  useEffect(() => {
    if (who.length < LEAST) return undefined;
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      try {
        const people = await client.packs.find({ text: who }, { signal: stop.signal });
        setFound({ who, people });
        setProblem(undefined);
      } catch (error) {
        if (!stop.signal.aborted && !isStopped(error)) setProblem(toProblem(error));
      }
    };
    void look();
    return () => stop.abort();
  }, [client, who]);
  if (problem !== undefined) return <ProblemNotice problem={problem} />;
  if (found === undefined || who.length < LEAST) return null;
  if (found.people.length === 0) return <p role="status">{t('documents:packs.nobody')}</p>;
  return <FormRadio name="personId" label={t('documents:packs.name')} options={found.people.map(({ personId, name, code, unit }) => ({ id: personId, label: [name, code, unit].filter((part) => part !== undefined).join(' · ') }))} />;
};
