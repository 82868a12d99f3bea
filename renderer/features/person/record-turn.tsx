import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { PersonView } from '../../../shared/contract/people.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { ReleaseType } from '../../../shared/domain/jurisdiction.ts';
import type { TurnKind } from '../../../shared/domain/person-turns.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useJurisdiction } from '../../app/use-jurisdiction.ts';
import { Notice } from '../../design/notice.tsx';
import { FormDate, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Pair } from '../../design/layout.tsx';
import { civilDateField, sourceField } from './date-form.ts';

export const turnForm = (kind: TurnKind, today: CivilDate) =>
  z
    .object({ on: civilDateField.refine((on) => on <= today, 'people:decision.onInFuture'), source: sourceField, releaseType: z.enum(['', ...ReleaseType.options]) })
    .superRefine(({ releaseType }, check) => {
      if (kind === 'RELEASE' && releaseType === '') check.addIssue({ code: 'custom', path: ['releaseType'], message: 'people:turn.releaseTypeMissing' });
    });

interface RecordTurnProps {
  readonly view: PersonView;
  readonly kind: TurnKind;
  readonly today: CivilDate;
  readonly onClose: () => void;
}

/** One act that changes where the person stands. What follows from it is said before it is recorded. */
export const RecordTurn = ({ view, kind, today, onClose }: RecordTurnProps) => {
  const { t } = useTranslation();
  const schema = useMemo(() => turnForm(kind, today), [kind, today]);
  const personId = view.person.id;
  return (
    <KeptDialog
      form={`people.turn.${kind}`}
      title={t(`enums:turnKind.${kind}`)}
      personId={personId}
      schema={schema}
      defaults={{ on: today, source: '', releaseType: '' }}
      send={(client, { releaseType, ...turn }, doubts) => client.people.turn({ personId, kind, ...turn, ...(kind !== 'RELEASE' || releaseType === '' ? {} : { releaseType }), ...doubts })}
      onClose={onClose}
    >
      <Notice title={t('people:turn.followsTitle')}>
        <p>{t(`people:turn.follows.${kind}`)}</p>
      </Notice>
      <Pair>
        <FormDate name="on" label={t('people:decision.on')} />
        {kind === 'RELEASE' ? <ReleaseTypeField /> : null}
      </Pair>
      <FormText name="source" label={t('people:dates.source')} hint={t(kind === 'DEATH' ? 'people:turn.deathSourceHint' : 'people:dates.sourceHint')} />
    </KeptDialog>
  );
};

/** The ways of leaving that the country knows, in its words. An interruption is none: the person comes back. */
const ReleaseTypeField = () => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const types = (useJurisdiction()?.release.types ?? []).filter(({ type }) => type !== 'INTERRUPTION');
  return (
    <FormSelect name="releaseType" label={t('people:turn.releaseType')} placeholder={t('people:dates.kindChoose')} options={types.map(({ type, names }) => ({ id: type, label: names[preferences.language] }))} />
  );
};
