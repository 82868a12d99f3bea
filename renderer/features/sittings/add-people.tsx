import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { PersonName } from '../../../shared/contract/people-find.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { FormText } from '../../design/form/fields.tsx';
import { sittingForm } from './new-sitting.tsx';
import { PeopleChoice } from './people-choice.tsx';

const addForm = z.object({ source: sittingForm.shape.source });

/** More people on a list, with what it is read from. Whoever stands on it already stays as they are. */
export const AddPeople = ({ sittingId, listed, onClose }: { readonly sittingId: string; readonly listed: readonly PersonName[]; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const [people, setPeople] = useState<readonly PersonName[]>([]);
  const chosen = people.filter(({ id }) => listed.every((known) => known.id !== id));
  return (
    <KeptDialog
      form="sittings.addPeople"
      title={t('sittings:people.add')}
      about={sittingId}
      schema={addForm}
      defaults={{ source: '' }}
      send={async (client, { source }) => (people.length === 0 ? undefined : client.sittings.addPeople({ sittingId, source, personIds: people.map(({ id }) => id) }))}
      onClose={onClose}
    >
      <PeopleChoice people={people} onChange={setPeople} />
      {chosen.length < people.length ? <p className="v-soft v-small">{t('sittings:people.already')}</p> : null}
      <FormText name="source" label={t('people:dates.source')} hint={t('sittings:add.sourceHint')} />
    </KeptDialog>
  );
};
