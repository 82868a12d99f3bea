import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { DuplicatePair } from '../../../shared/contract/duplicates.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { FormText } from '../../design/form/fields.tsx';

export const apartForm = z.object({ reason: z.string().trim().min(1, 'duplicates:apart.reasonMissing').max(200, 'common:form.tooLong') });

/** Two different people, and how somebody knows. */
export const TellApart = ({ pair: [one, other], onClose }: { readonly pair: DuplicatePair['people']; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <KeptDialog
      form="people.notSame"
      title={t('duplicates:apart.open')}
      personId={one.id}
      about={other.id}
      schema={apartForm}
      defaults={{ reason: '' }}
      send={(client, { reason }) => client.people.notSame({ personId: one.id, otherId: other.id, reason })}
      onClose={onClose}
    >
      <p>
        <b>{one.name}</b> <span className="v-number">{one.code}</span> · <b>{other.name}</b> <span className="v-number">{other.code}</span>
      </p>
      <p className="v-soft">{t('duplicates:apart.text')}</p>
      <FormText name="reason" label={t('duplicates:apart.reason')} hint={t('duplicates:apart.reasonHint')} />
    </KeptDialog>
  );
};
