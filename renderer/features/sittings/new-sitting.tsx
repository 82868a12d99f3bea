import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import type { PersonName } from '../../../shared/contract/people-find.ts';
import type { SittingsView } from '../../../shared/contract/sittings.ts';
import { isCivilDate } from '../../../shared/domain/dates.ts';
import { SittingKind } from '../../../shared/domain/sitting.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { usePreferences } from '../../app/preferences-context.tsx';
import { sittingPath } from '../../app/shell/screen-paths.ts';
import { FormDate, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Pair } from '../../design/layout.tsx';
import { PeopleChoice } from './people-choice.tsx';

/** A sitting as it is typed. `body` and `place` may stay empty. */
export const sittingForm = z.object({
  kind: SittingKind,
  body: z.string(),
  on: z.string().refine(isCivilDate, 'common:form.dateMissing'),
  place: z.string().trim().max(200, 'common:form.tooLong'),
  source: z.string().trim().min(1, 'common:form.sourceMissing').max(200, 'common:form.tooLong'),
});

/** A day with people who expect it, ready to become a sitting. */
export interface Proposed {
  readonly kind: SittingKind;
  readonly on: string;
  readonly people: readonly PersonName[];
}

/** A sitting by hand: who sits, when and where, and who stands on the list. Opens it when it is saved. */
export const NewSitting = ({ bodies, proposed, onClose }: { readonly bodies: SittingsView['bodies']; readonly proposed?: Proposed | undefined; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [people, setPeople] = useState<readonly PersonName[]>(proposed?.people ?? []);
  const first = proposed?.kind ?? bodies[0]?.kind ?? 'HEARING';
  return (
    <KeptDialog
      form="sittings.add"
      title={t('sittings:add.title')}
      schema={sittingForm}
      defaults={{ kind: first, body: '', on: proposed?.on ?? '', place: '', source: '' }}
      send={async (client, { body, place, ...sitting }) => {
        const { sittingId } = await client.sittings.add({
          ...sitting,
          ...(bodies.some(({ code, kind }) => code === body && kind === sitting.kind) ? { body } : {}),
          ...(place === '' ? {} : { place }),
          personIds: people.map(({ id }) => id),
        });
        void navigate(sittingPath(sittingId));
      }}
      onClose={onClose}
    >
      <Pair>
        <FormSelect name="kind" label={t('sittings:add.kind')} options={SittingKind.options.filter((kind) => bodies.some((body) => body.kind === kind)).map((id) => ({ id, label: t(`enums:sittingKind.${id}`) }))} />
        <FormDate name="on" label={t('sittings:add.on')} />
      </Pair>
      <Pair>
        <BodyField bodies={bodies} />
        <FormText name="place" label={t('sittings:add.place')} />
      </Pair>
      <FormText name="source" label={t('people:dates.source')} hint={t('sittings:add.sourceHint')} />
      <PeopleChoice people={people} onChange={setPeople} />
    </KeptDialog>
  );
};

/** The bodies of the kind that is chosen. */
const BodyField = ({ bodies }: { readonly bodies: SittingsView['bodies'] }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const kind = useWatch<{ kind: SittingKind }, 'kind'>({ name: 'kind' });
  return <FormSelect name="body" label={t('sittings:add.body')} placeholder={t('sittings:add.bodyNone')} options={bodies.filter((body) => body.kind === kind).map(({ code, names }) => ({ id: code, label: names[preferences.language] }))} />;
};
