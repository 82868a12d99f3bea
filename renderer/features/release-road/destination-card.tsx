import { useTranslation } from 'react-i18next';
import type { RoadView } from '../../../shared/contract/release.ts';
import { AddressState } from '../../../shared/domain/road.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { useMay } from '../../app/session-context.tsx';
import type { Live } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { FormRadio, FormText } from '../../design/form/fields.tsx';
import { Facts, Pair } from '../../design/layout.tsx';
import { LiveCard } from '../person/live-card.tsx';
import { destinationDefaults, destinationForm, destinationOf } from './road-forms.ts';

/** Where somebody goes after release, and how sure that is. */
export const DestinationCard = ({ personId, live }: { readonly personId: string; readonly live: Live<RoadView> }) => {
  const { t } = useTranslation();
  const writes = useMay()('case.write');
  const [open, setOpen] = useFormOpen('release.destination');
  const road = live.value?.road;
  return (
    <>
      <LiveCard
        title={t('release:destination.title')}
        live={live}
        nothing={({ road: known }) => (known?.destination === undefined ? t('release:destination.none') : undefined)}
        aside={writes ? <Button variant="link" onPress={() => setOpen(true)}>{t(road?.destination === undefined ? 'release:destination.set' : 'release:destination.change')}</Button> : null}
      >
        {({ road: known }) => {
          const { addressState, address, municipality, county, country, host } = known?.destination ?? { addressState: 'NONE' as const };
          const where = [address, municipality, county, country].filter((word) => word !== undefined).join(', ');
          return (
            <Facts
              entries={[
                [t('release:destination.state'), t(`enums:addressState.${addressState}`)],
                ...(where === '' ? [] : [[t('enums:banSubject.DESTINATION'), where] as const]),
                ...(host === undefined ? [] : [[t('release:destination.host'), host] as const]),
              ]}
            />
          );
        }}
      </LiveCard>
      {open ? (
        <KeptDialog
          form="release.destination"
          title={t('release:destination.title')}
          personId={personId}
          schema={destinationForm}
          defaults={destinationDefaults(road?.destination)}
          send={(client, form) => client.release.setDestination({ personId, destination: destinationOf(form), ...(road === undefined ? {} : { _rev: road._rev }) })}
          onClose={() => setOpen(false)}
        >
          <FormRadio name="addressState" label={t('release:destination.state')} options={AddressState.options.map((id) => ({ id, label: t(`enums:addressState.${id}`) }))} />
          <FormText name="address" label={t('release:destination.address')} />
          <Pair>
            <FormText name="municipality" label={t('release:destination.municipality')} />
            <FormText name="county" label={t('release:destination.county')} />
          </Pair>
          <Pair>
            <FormText name="country" label={t('release:destination.country')} />
            <FormText name="host" label={t('release:destination.host')} hint={t('release:destination.hostHint')} />
          </Pair>
        </KeptDialog>
      ) : null}
    </>
  );
};
