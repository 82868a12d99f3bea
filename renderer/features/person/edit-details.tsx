import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../shared/contract/people.ts';
import { AfterRelease, CustodyStatus } from '../../../shared/domain/custody.ts';
import { Language } from '../../../shared/domain/base.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { LegalPosition, ReadingSupport } from '../../../shared/domain/people.ts';
import type { PersonDetails } from '../../../shared/domain/person-details.ts';
import type { Client } from '../../app/connection.ts';
import { useSession } from '../../app/session-context.tsx';
import { FormDate, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Pair } from '../../design/layout.tsx';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { detailsOf, languageForm, languageOf, NONE, permitForm, situationForm, situationOf, withLanguage, withPermit, withSituation } from './details-form.ts';

interface EditProps {
  readonly view: PersonView;
  readonly onClose: () => void;
}

/** Sends the details as they are now with a part replaced. */
export const sendDetails =
  ({ person }: PersonView, next: (before: PersonDetails) => PersonDetails) =>
  (client: Client, doubts: { readonly despite?: string[] }): Promise<void> =>
    client.people.setDetails({ personId: person.id, _rev: person._rev, details: next(detailsOf(person)), ...doubts });

const useChoices = () => {
  const { t } = useTranslation();
  return (name: string, options: readonly string[]) => [{ id: NONE, label: t('people:details.unknown') }, ...options.map((id) => ({ id, label: t(`enums:${name}.${id}`) }))];
};

/** Where and how the person serves, who works with them, what comes after. */
export const EditSituation = ({ view, today, onClose }: EditProps & { readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const choices = useChoices();
  const { status } = useSession();
  const schema = useMemo(() => situationForm(today), [today]);
  const { person } = view;
  return (
    <KeptDialog
      form="people.situation"
      title={t('people:details.situation')}
      personId={person.id}
      schema={schema}
      defaults={situationOf(person)}
      send={(client, form, doubts) => sendDetails(view, (before) => withSituation(before, form))(client, doubts)}
      onClose={onClose}
    >
      <Pair>
        <FormText name="unit" label={t('people:details.unit')} />
        <FormText name="regime" label={t('people:details.regime')} />
        <FormSelect name="legalPosition" label={t('people:details.legalPosition')} options={choices('legalPosition', LegalPosition.options)} />
        <FormDate name="admissionDate" label={t('people:details.admissionDate')} />
        <FormSelect
          name="endless"
          label={t('people:details.endless')}
          options={[
            { id: 'no', label: t('people:details.endlessNo') },
            { id: 'yes', label: t('people:details.endlessYes') },
          ]}
        />
        <FormSelect
          name="manager"
          label={t('people:details.manager')}
          options={[{ id: NONE, label: t('people:details.nobody') }, ...status.users.map(({ id, name }) => ({ id, label: name }))]}
        />
        <FormSelect
          name="deputy"
          label={t('people:details.deputy')}
          hint={t('people:details.deputyHint')}
          options={[{ id: NONE, label: t('people:details.nobody') }, ...status.users.map(({ id, name }) => ({ id, label: name }))]}
        />
        <FormSelect
          name="custody"
          label={t('people:details.custody')}
          hint={t('people:details.custodyHint')}
          options={[{ id: NONE, label: t('people:details.custodyNo') }, ...CustodyStatus.options.map((id) => ({ id, label: t(`enums:custodyStatus.${id}`) }))]}
        />
        <FormDate name="custodySince" label={t('people:details.custodySince')} />
        <FormText name="returnsBy" label={t('people:details.returnsBy')} hint={t('people:details.returnsByHint')} />
        <FormText name="custodyAct" label={t('people:details.custodyAct')} />
        <FormSelect name="afterRelease" label={t('people:details.afterRelease')} hint={t('people:details.afterReleaseHint')} options={choices('afterRelease', AfterRelease.options)} />
      </Pair>
    </KeptDialog>
  );
};

/** How to talk with the person, and what they can read. */
export const EditLanguage = ({ view, onClose }: EditProps) => {
  const { t } = useTranslation();
  const choices = useChoices();
  return (
    <KeptDialog
      form="people.language"
      title={t('people:details.language')}
      personId={view.person.id}
      schema={languageForm}
      defaults={languageOf(view.person)}
      send={(client, form, doubts) => sendDetails(view, (before) => withLanguage(before, form))(client, doubts)}
      onClose={onClose}
    >
      <Pair>
        <FormSelect name="copyLanguage" label={t('people:details.copyLanguage')} options={choices('language', Language.options)} />
        <FormSelect name="readingSupport" label={t('people:details.readingSupport')} options={choices('readingSupport', ReadingSupport.options)} />
      </Pair>
      <FormText name="interpreterLanguage" label={t('people:details.interpreterLanguage')} />
      <FormText name="speaks" label={t('people:details.speaks')} hint={t('people:details.languagesHint')} />
      <FormText name="reads" label={t('people:details.reads')} />
    </KeptDialog>
  );
};

/** Until when a residence permit holds; nothing else about it. */
export const EditPermit = ({ view, onClose }: EditProps) => {
  const { t } = useTranslation();
  return (
    <KeptDialog
      form="people.permit"
      title={t('people:details.permit')}
      personId={view.person.id}
      schema={permitForm}
      defaults={{ permitUntil: view.person.permitUntil ?? '' }}
      send={(client, form, doubts) => sendDetails(view, (before) => withPermit(before, form))(client, doubts)}
      onClose={onClose}
    >
      <FormDate name="permitUntil" label={t('people:details.permitUntil')} hint={t('people:details.permitHint')} />
    </KeptDialog>
  );
};
