import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { FirstDaysView } from '../../../shared/contract/first-days.ts';
import { DepartureState, DepartureThing } from '../../../shared/domain/departure.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { useMay } from '../../app/session-context.tsx';
import { Button } from '../../design/button.tsx';
import { FormRadio, FormText } from '../../design/form/fields.tsx';
import { Card } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';

/** The value of a line of which nothing is known. */
const UNKNOWN = 'UNKNOWN';

const departureForm = (thing: DepartureThing) =>
  z
    .object({
      state: z.enum([...DepartureState.options, UNKNOWN]),
      words: z.string().trim().max(200, 'common:form.tooLong'),
      phone: z.string().trim().max(60, 'common:form.tooLong'),
      days: z
        .string()
        .trim()
        .refine((text) => text === '' || (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 90), 'firstDays:departure.daysWrong'),
    })
    .refine(({ state, words }) => state !== 'ARRANGED' || words !== '' || (thing !== 'BED' && thing !== 'TRAVEL'), { path: ['words'], message: 'firstDays:departure.wordsMissing' });

/** How somebody leaves: five things without which the first night fails, as the person's paper will say them. */
export const DepartureCard = ({ personId, view }: { readonly personId: string; readonly view: FirstDaysView }) => {
  const { t } = useTranslation();
  const writes = useMay()('case.write');
  const [open, setOpen] = useAskable<DepartureThing>(({ open: form, about }) => (form === 'release.departure' ? DepartureThing.safeParse(about).data : undefined));
  return (
    <Card title={t('firstDays:departure.card')}>
      <ul className="v-lines">
        {DepartureThing.options.map((thing) => {
          const entry = view.departure[thing];
          const told = entry === undefined ? undefined : [entry.words, entry.days === undefined ? undefined : t('firstDays:departure.daysTold', { count: entry.days }), entry.phone].filter((part) => part !== undefined).join(' · ');
          return (
            <li key={thing}>
              <div>
                <b>{t(`enums:departureThing.${thing}`)}</b>
                {told === undefined || told === '' ? null : <p className="v-small v-soft">{told}</p>}
                <p className="v-small">
                  {entry !== undefined ? (
                    <Tag tone={entry.state === 'ARRANGED' ? 'done' : 'plain'}>{t(`enums:departureState.${entry.state}`)}</Tag>
                  ) : (
                    <Tag tone={view.pack.missing.includes(thing) ? 'warn' : 'plain'}>{t(view.pack.missing.includes(thing) ? 'firstDays:departure.open' : 'firstDays:departure.elsewhere')}</Tag>
                  )}
                </p>
              </div>
              {writes ? (
                <Button variant="link" aria-label={t('firstDays:changeName', { name: t(`enums:departureThing.${thing}`) })} onPress={() => setOpen(thing)}>
                  {t('firstDays:change')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {open === undefined ? null : <EditThing key={open} personId={personId} thing={open} view={view} onClose={() => setOpen(undefined)} />}
    </Card>
  );
};

interface EditThingProps {
  readonly personId: string;
  readonly thing: DepartureThing;
  readonly view: FirstDaysView;
  readonly onClose: () => void;
}

const EditThing = ({ personId, thing, view, onClose }: EditThingProps) => {
  const { t } = useTranslation();
  const entry = view.departure[thing];
  return (
    <KeptDialog
      form="release.departure"
      title={`${t('firstDays:departure.title')} · ${t(`enums:departureThing.${thing}`)}`}
      personId={personId}
      about={thing}
      schema={departureForm(thing)}
      defaults={{ state: entry?.state ?? 'ARRANGED', words: entry?.words ?? '', phone: entry?.phone ?? '', days: entry?.days === undefined ? '' : String(entry.days) }}
      send={(client, { state, words, phone, days }) =>
        client.firstDays.setDeparture({
          personId,
          thing,
          ...(state === UNKNOWN ? {} : { state }),
          ...(state !== 'ARRANGED' || words === '' || thing === 'MEDICINES' ? {} : { words }),
          ...(state !== 'ARRANGED' || phone === '' ? {} : { phone }),
          ...(state !== 'ARRANGED' || days === '' || thing !== 'MEDICINES' ? {} : { days: Number(days) }),
        })
      }
      onClose={onClose}
    >
      <FormRadio name="state" label={t('firstDays:departure.state')} options={[...DepartureState.options.map((id) => ({ id, label: t(`enums:departureState.${id}`) })), { id: UNKNOWN, label: t('firstDays:departure.unknown') }]} />
      <Told thing={thing} />
    </KeptDialog>
  );
};

const Told = ({ thing }: { readonly thing: DepartureThing }) => {
  const { t } = useTranslation();
  const state: unknown = useWatch({ name: 'state' });
  if (state !== 'ARRANGED') return null;
  if (thing === 'MEDICINES') return <FormText name="days" label={t('firstDays:departure.days')} hint={t('firstDays:departure.daysHint')} width="short" />;
  return (
    <>
      <FormText name="words" label={t(`firstDays:departure.words.${thing}`)} hint={t('firstDays:departure.wordsHint')} />
      {thing === 'BED' || thing === 'TRAVEL' ? <FormText name="phone" label={t('firstDays:appointment.phone')} /> : null}
    </>
  );
};
