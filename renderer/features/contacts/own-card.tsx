import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../../app/bridge.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useOnce } from '../../app/use-once.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Facts, Stack } from '../../design/layout.tsx';
import { cardsDue } from './card-due.ts';
import { CardsDueNotice } from './cards-due.tsx';
import { OwnActs } from './own-acts.tsx';

/** Our card goes to the other service as a file; its fingerprint is read out to them over another way. */
export const OwnCard = () => {
  const { t } = useTranslation();
  const client = useClient();
  const may = useMay();
  const saves = may('contact.trust');
  const { status } = useSession();
  const date = useDateText();
  const saving = useAction();
  const [version, setVersion] = useState(0);
  const own = useOnce(`own card ${version}`, (core) => core.contacts.own());
  const [saved, setSaved] = useState<string | undefined>(undefined);
  if (own === undefined) return null;

  const save = async () => {
    const file = await bridge().saveFile('service.varco-card.json');
    if (file === null) return;
    const done = await saving.run(() => client.contacts.saveOwnCard({ file: file.token }));
    if (done !== undefined) setSaved(done.value.name);
  };
  return (
    <Card
      title={t('office:own.title')}
      aside={
        saves ? (
          <Button onPress={() => void save()} isPending={saving.pending}>
            {t('office:own.save')}
          </Button>
        ) : null
      }
    >
      <Stack>
        <p className="v-soft">{t('office:own.how')}</p>
        <ProblemNotice problem={saving.problem} />
        {saves ? <CardsDueNotice due={cardsDue(own.card, [], status.today)} /> : null}
        <p role="status">{saved === undefined ? '' : t('office:own.saved', { name: saved })}</p>
        <Facts
          entries={[
            [t('office:contacts.name'), own.card.name],
            [t('office:own.valid'), date(own.card.validTo)],
          ]}
        />
        <div>
          <p className="v-strong">{t('office:own.fingerprint')}</p>
          <ol className="v-code" data-columns="4" aria-label={t('office:own.fingerprint')}>
            {own.fingerprint.groups.map((group, at) => ({ group, place: at + 1 })).map(({ group, place }) => (
              <li key={place}>{group}</li>
            ))}
          </ol>
        </div>
        {may('card.change') ? <OwnActs card={own.card} sheetSaved={own.sheetSaved} onChanged={() => setVersion(version + 1)} /> : null}
      </Stack>
    </Card>
  );
};
