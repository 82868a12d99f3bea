import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../shared/contract/people.ts';
import { ContactBanKind } from '../../../shared/domain/custody.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { useMay } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { FormDate, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Card } from '../../design/layout.tsx';
import { newId } from '../plan/new-id.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { banForm, withBan } from './details-form.ts';
import { sendDetails } from './edit-details.tsx';

/** The word for a prohibition that is not recorded yet. */
const NEW = 'new';

/** Prohibitions of contact by their acts. Whom they protect stands in the act alone. */
export const BansCard = ({ view, today }: { readonly view: PersonView; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const may = useMay();
  const date = useDateText();
  const bans = view.person.contactBans ?? [];
  const [open, setOpen] = useAskable((asked) => (asked.open === 'people.ban' ? (asked.about ?? NEW) : undefined));
  return (
    <Card title={t('people:details.bans')} aside={may('case.write') ? <Button onPress={() => setOpen(NEW)}>{t('people:details.banAdd')}</Button> : null}>
      {bans.length === 0 ? <p className="v-soft">{t('people:details.bansNone')}</p> : null}
      <ul className="v-lines">
        {bans.map(({ id, kind, act, until }) => (
          <li key={id}>
            <span>
              {t(`enums:contactBanKind.${kind}`)} · {act} ·{' '}
              {until === undefined ? t('people:details.noEnd') : t(until < today ? 'people:details.ended' : 'people:details.until', { date: date(until) })}
            </span>
            {may('case.write') ? (
              <Button variant="link" aria-label={t('people:details.edit', { what: `${t(`enums:contactBanKind.${kind}`)}, ${act}` })} onPress={() => setOpen(id)}>
                {t('people:details.banChange')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {open === undefined ? null : <EditBan key={open} view={view} id={bans.some(({ id }) => id === open) ? open : undefined} onClose={() => setOpen(undefined)} />}
    </Card>
  );
};

const EditBan = ({ view, id, onClose }: { readonly view: PersonView; readonly id: string | undefined; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const [fresh] = useState(newId);
  const before = view.person.contactBans?.find((ban) => ban.id === id);
  return (
    <KeptDialog
      form="people.ban"
      title={t('people:details.banAdd')}
      personId={view.person.id}
      about={id}
      schema={banForm}
      defaults={{ ...(before === undefined ? {} : { kind: before.kind }), act: before?.act ?? '', until: before?.until ?? '' }}
      send={(client, form, doubts) => sendDetails(view, (details) => withBan(details, id ?? fresh, form))(client, doubts)}
      onClose={onClose}
    >
      <FormSelect
        name="kind"
        label={t('people:details.banKind')}
        placeholder={t('people:dates.kindChoose')}
        options={ContactBanKind.options.map((kind) => ({ id: kind, label: t(`enums:contactBanKind.${kind}`) }))}
      />
      <FormText name="act" label={t('people:details.banAct')} hint={t('people:details.banActHint')} />
      <FormDate name="until" label={t('people:details.banUntil')} hint={t('people:details.banUntilHint')} />
    </KeptDialog>
  );
};
