import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { openState } from '../../app/drafts/use-form-open.ts';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useFound } from '../../app/use-found.ts';
import { Dialog } from '../../design/dialog.tsx';
import { Finder } from '../../design/finder.tsx';
import { Stack } from '../../design/layout.tsx';

/** Somebody is on the line: about whom do they ask? Then the quick form opens on that person's page. */
export const AskedAbout = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const found = useFound(typed, 8);
  return (
    <Dialog title={t('disclosures:about')} isOpen onClose={onClose} high>
      <Stack>
        <p className="v-small v-soft">{t('disclosures:aboutHint')}</p>
        <Finder
          label={t('disclosures:about')}
          typed={typed}
          onType={setTyped}
          ready={found.ready}
          groups={[{ id: 'people', title: t('common:palette.people'), items: found.people.map(({ id, name, code, unit }) => ({ id, label: name, detail: [code, unit].filter((part) => part !== undefined).join(' · ') })) }]}
          none={t('disclosures:nobody')}
          onPick={(id) => {
            onClose();
            void navigate(personPath(id, 'documents'), { state: openState('disclosures.record', undefined) });
          }}
          startsHere
        />
      </Stack>
    </Dialog>
  );
};
