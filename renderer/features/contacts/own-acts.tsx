import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceCard } from '../../../shared/domain/card.ts';
import { bridge } from '../../app/bridge.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { ChangeKeys } from './change-keys.tsx';

interface OwnActsProps {
  readonly card: ServiceCard;
  /** the revocation sheet for the key in use was saved */
  readonly sheetSaved: boolean;
  /** our card or its sheet is another one now */
  readonly onChanged: () => void;
}

/** What may be done with our own card: renewed, its keys changed, its revocation sheet saved. */
export const OwnActs = ({ card, sheetSaved, onChanged }: OwnActsProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const { preferences } = usePreferences();
  const date = useDateText();
  const acting = useAction();
  const [changing, setChanging] = useState(false);
  const [said, setSaid] = useState('');
  const renew = async () => {
    const done = await acting.run(() => client.contacts.renewOwnCard());
    if (done === undefined) return;
    setSaid(t('office:own.renewed', { date: date(done.value.validTo) }));
    onChanged();
  };
  const sheet = async () => {
    const file = await bridge().saveFile(t('office:own.sheetFile'));
    if (file === null) return;
    const done = await acting.run(() => client.contacts.saveRevocationSheet({ file: file.token, language: preferences.language }));
    if (done === undefined) return;
    setSaid(t('office:own.saved', { name: done.value.name }));
    onChanged();
  };
  return (
    <Stack gap={3}>
      {sheetSaved ? null : (
        <Notice tone="warn" title={t('office:own.sheetMissing')}>
          <p>{t('office:own.sheetWhy')}</p>
        </Notice>
      )}
      <ProblemNotice problem={acting.problem} />
      <p role="status">{said}</p>
      <Row>
        <Button onPress={() => void sheet()} isPending={acting.pending}>
          {t('office:own.sheet')}
        </Button>
        <Button onPress={() => void renew()} isPending={acting.pending}>
          {t('office:own.renew')}
        </Button>
        <Button onPress={() => setChanging(true)}>{t('office:own.change')}</Button>
      </Row>
      <p className="v-small v-soft">{t('office:own.renewHow')}</p>
      {changing ? (
        <ChangeKeys
          card={card}
          onClose={() => setChanging(false)}
          onDone={() => {
            setChanging(false);
            setSaid(t('office:own.changed'));
            onChanged();
          }}
        />
      ) : null}
    </Stack>
  );
};
