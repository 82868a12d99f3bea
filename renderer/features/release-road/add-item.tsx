import { useTranslation } from 'react-i18next';
import { ChecklistDomain } from '../../../shared/domain/checklist.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { FormRadio, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Pair } from '../../design/layout.tsx';
import { itemForm, ownersBefore } from './item-form.ts';

/** An item that only this road needs. */
export const AddItem = ({ personId, checklistId, onClose }: { readonly personId: string; readonly checklistId: string; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <KeptDialog
      form="release.item"
      title={t('release:item.add')}
      personId={personId}
      schema={itemForm}
      defaults={{ text: '', due: '14', required: 'YES' }}
      send={(client, { text, domain, owner, due, required }) => client.release.addItem({ checklistId, text, domain, owner, required: required === 'YES', dueOffsetDays: 0 - Number(due) })}
      onClose={onClose}
    >
      <FormText name="text" label={t('release:item.text')} hint={t('release:item.textHint')} />
      <Pair>
        <FormSelect name="domain" label={t('release:item.domain')} options={ChecklistDomain.options.filter((domain) => domain !== 'AFTERCARE').map((id) => ({ id, label: t(`enums:checklistDomain.${id}`) }))} />
        <FormSelect name="owner" label={t('release:item.owner')} options={ownersBefore.map((id) => ({ id, label: t(`enums:checklistOwner.${id}`) }))} />
      </Pair>
      <FormText name="due" label={t('release:item.due')} hint={t('release:item.dueHint')} width="short" />
      <FormRadio
        name="required"
        label={t('release:item.required')}
        options={[
          { id: 'YES', label: t('release:item.requiredYes') },
          { id: 'NO', label: t('release:item.requiredNo') },
        ]}
      />
    </KeptDialog>
  );
};
