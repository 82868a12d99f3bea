import { useController, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { OrganisationRow } from '../../../shared/contract/directory.ts';
import { OrganisationKind, Publishes } from '../../../shared/domain/directory.ts';
import { NeedDomain } from '../../../shared/domain/needs.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { FormDate, FormRadio, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Pair } from '../../design/layout.tsx';
import { contentOf, formOf, organisationForm } from './organisation-form.ts';

/** A service of the directory: what it is, whom to ask for, and how much of it may be passed on. */
export const OrganisationDialog = ({ row, onClose }: { readonly row?: OrganisationRow | undefined; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  // a kind that a later version knows stays what it is
  const kinds = [...OrganisationKind.options, ...(row === undefined || OrganisationKind.safeParse(row.kind).success ? [] : [row.kind])];
  return (
    <KeptDialog
      {...(row === undefined ? { form: 'directory.add' as const } : { form: 'directory.change' as const, about: row.id })}
      title={t(row === undefined ? 'sharedPacks:directory.add' : 'sharedPacks:directory.edit')}
      schema={organisationForm}
      defaults={formOf(row)}
      send={async (client, values) => {
        const content = contentOf(values, row);
        await (row === undefined ? client.directory.add(content) : client.directory.change({ id: row.id, content }));
        return true;
      }}
      onClose={onClose}
    >
      <FormText name="name" label={t('sharedPacks:field.name')} />
      <Pair>
        <FormSelect name="kind" label={t('sharedPacks:field.kind')} placeholder={t('sharedPacks:seal.choose')} options={kinds.map((id) => ({ id, label: OrganisationKind.safeParse(id).success ? t(`enums:organisationKind.${id}`) : id }))} />
        <FormText name="municipality" label={t('sharedPacks:field.municipality')} />
        <FormText name="address" label={t('sharedPacks:field.address')} />
        <FormText name="phone" label={t('sharedPacks:field.phone')} />
        <FormText name="email" label={t('sharedPacks:field.email')} />
        <FormText name="opening" label={t('sharedPacks:field.opening')} />
      </Pair>
      <HelpsWith />
      <FormDate name="checkedOn" label={t('sharedPacks:field.checkedOn')} />
      <Pair>
        <FormText name="person" label={t('sharedPacks:directory.person')} hint={t('sharedPacks:directory.personHint')} />
        <FormText name="personRole" label={t('sharedPacks:directory.personRole')} />
        <FormText name="personPhone" label={t('sharedPacks:directory.personPhone')} />
      </Pair>
      <FormRadio
        name="agreed"
        label={t('sharedPacks:directory.agreed')}
        options={[
          { id: 'no', label: t('sharedPacks:directory.agreedNo') },
          { id: 'yes', label: t('sharedPacks:directory.agreedYes') },
        ]}
      />
      <FormRadio name="publishes" label={t('sharedPacks:directory.publishes')} options={Publishes.options.map((id) => ({ id, label: t(`enums:publishes.${id}`) }))} />
    </KeptDialog>
  );
};

/** What it helps with, of the domains of needs. */
const HelpsWith = () => {
  const { t } = useTranslation();
  const { field } = useController<FieldValues, string>({ name: 'helpsWith' });
  const chosen = String(field.value ?? '').split(',').filter((code) => code !== '');
  return (
    <fieldset className="v-choice-group">
      <legend className="v-label">{t('sharedPacks:field.helpsWith')}</legend>
      <div className="v-checks">
        {NeedDomain.options.map((domain) => (
          <Checkbox key={domain} isSelected={chosen.includes(domain)} onChange={(on) => field.onChange((on ? [...chosen, domain] : chosen.filter((other) => other !== domain)).join(','))}>
            {t(`enums:needDomain.${domain}`)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
};
