import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { SittingView } from '../../../shared/contract/sittings.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { usePreferences } from '../../app/preferences-context.tsx';
import { FormSelect, FormText } from '../../design/form/fields.tsx';
import { sittingForm } from './new-sitting.tsx';

/** The value of the choice that names no body. */
const NOBODY = 'none';

const changeForm = z.object({ body: z.string(), place: sittingForm.shape.place });

/** Another body or place. The day does not change here: who goes to another day is moved by name. */
export const ChangeSitting = ({ view: { sitting, bodies }, onClose }: { readonly view: Pick<SittingView, 'sitting' | 'bodies'>; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const own = bodies.filter(({ kind }) => kind === sitting.kind);
  return (
    <KeptDialog
      form="sittings.change"
      title={t('sittings:change.title')}
      about={sitting.id}
      schema={changeForm}
      defaults={{ body: sitting.body ?? NOBODY, place: sitting.place ?? '' }}
      send={(client, { body, place }) => client.sittings.change({ sittingId: sitting.id, ...(own.some(({ code }) => code === body) ? { body } : {}), ...(place === '' ? {} : { place }) })}
      onClose={onClose}
    >
      <FormSelect name="body" label={t('sittings:add.body')} options={[{ id: NOBODY, label: t('sittings:add.bodyNone') }, ...own.map(({ code, names }) => ({ id: code, label: names[preferences.language] }))]} />
      <FormText name="place" label={t('sittings:add.place')} />
      <p className="v-small v-soft">{t('sittings:change.day')}</p>
    </KeptDialog>
  );
};
