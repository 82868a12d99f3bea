import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { RoundKind, RoundSkipReason, type Round } from '../../../shared/domain/needs.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { FormDate, FormSelect, FormTextArea } from '../../design/form/fields.tsx';
import { Pair } from '../../design/layout.tsx';
import { skipForm } from './start-form.ts';

/** A round that is not asked this time, and why: nothing is assumed from it. */
export const SkipRound = ({ personId, today, kind, onClose }: { readonly personId: string; readonly today: CivilDate; readonly kind: Round['kind']; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const schema = useMemo(() => skipForm(today), [today]);
  return (
    <KeptDialog
      form="needs.skip"
      personId={personId}
      title={t('needs:skip.title')}
      schema={schema}
      defaults={{ kind, on: today, reason: 'NOT_AVAILABLE', words: '' }}
      send={(client, { words, ...entry }) => client.needs.skipRound({ personId, ...entry, ...(words === '' ? {} : { words }) })}
      onClose={onClose}
    >
      <p>{t('needs:skip.what')}</p>
      <Pair>
        <FormSelect name="kind" label={t('needs:start.kind')} options={RoundKind.options.map((id) => ({ id, label: t(`enums:roundKind.${id}`) }))} />
        <FormDate name="on" label={t('needs:skip.on')} />
      </Pair>
      <FormSelect name="reason" label={t('needs:skip.reason')} options={RoundSkipReason.options.map((id) => ({ id, label: t(`enums:roundSkipReason.${id}`) }))} />
      <FormTextArea name="words" label={t('needs:skip.words')} hint={t('needs:skip.wordsHint')} />
    </KeptDialog>
  );
};
