import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SharedPacksView } from '../../../shared/contract/shared-packs.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';

type Came = SharedPacksView['came'][number];

/** Packs that were decided here; what was taken over can be taken back. */
export const CameCard = ({ came, onUndone }: { readonly came: readonly Came[]; readonly onUndone: () => void }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const mayDecide = useMay()('sharedPack.decide');
  const [undoing, setUndoing] = useState<Came | undefined>(undefined);
  return (
    <Card title={t('sharedPacks:came')} flush={came.length > 0}>
      {came.length === 0 ? (
        <p className="v-soft">{t('sharedPacks:cameNone')}</p>
      ) : (
        <Table heads={[t('sharedPacks:kind'), t('sharedPacks:service'), t('sharedPacks:reference'), t('sharedPacks:state'), t('sharedPacks:on'), t('sharedPacks:lines'), { hidden: t('sharedPacks:acts') }]}>
          {came.map((pack) => (
            <tr key={pack.id}>
              <th scope="row">
                {t(`enums:sharedPackKind.${pack.kind}`)} <span className="v-small v-soft">{t('sharedPacks:asOf', { date: date(pack.dataAsOf) })}</span>
              </th>
              <td>{pack.sender}</td>
              <td className="v-number">{pack.reference}</td>
              <td>
                <Tag tone={pack.state === 'APPLIED' ? 'done' : 'plain'}>{t(`enums:sharedPackState.${pack.state}`)}</Tag>
              </td>
              <td>{date(pack.on)}</td>
              <td>{pack.state === 'APPLIED' ? t('sharedPacks:ofLines', { taken: pack.taken, lines: pack.lines }) : null}</td>
              <td>
                {pack.state === 'APPLIED' && mayDecide ? (
                  <Button variant="link" aria-label={t('sharedPacks:undoOf', { name: pack.sender, date: date(pack.on) })} onPress={() => setUndoing(pack)}>
                    {t('sharedPacks:undo')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {undoing === undefined ? null : (
        <Undo
          pack={undoing}
          onClose={() => setUndoing(undefined)}
          onUndone={() => {
            setUndoing(undefined);
            onUndone();
          }}
        />
      )}
    </Card>
  );
};

const Undo = ({ pack, onClose, onUndone }: { readonly pack: Came; readonly onClose: () => void; readonly onUndone: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const date = useDateText();
  const work = useAction();
  const undo = async () => {
    const done = await work.run(async () => {
      await client.sharedPacks.undo({ packId: pack.id });
      return true;
    });
    if (done !== undefined) onUndone();
  };
  return (
    <Dialog title={t('sharedPacks:undoOf', { name: pack.sender, date: date(pack.on) })} isOpen onClose={onClose}>
      <Stack gap={3}>
        <p>{t('sharedPacks:undoText')}</p>
        <ProblemNotice problem={work.problem} />
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button variant="go" isPending={work.pending} onPress={() => void undo()}>
            {t('sharedPacks:undo')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
};

/** Packs of ours that left, and what was answered. */
export const SentCard = ({ sent }: { readonly sent: SharedPacksView['sent'] }) => {
  const { t } = useTranslation();
  const date = useDateText();
  return (
    <Card title={t('sharedPacks:sent')} flush={sent.length > 0}>
      {sent.length === 0 ? (
        <p className="v-soft">{t('sharedPacks:sentNone')}</p>
      ) : (
        <Table heads={[t('sharedPacks:kind'), t('sharedPacks:service'), t('sharedPacks:reference'), t('sharedPacks:on'), t('sharedPacks:answered')]}>
          {sent.map(({ id, kind, to, reference, on, answer }) => (
            <tr key={id}>
              <th scope="row">{t(`enums:sharedPackKind.${kind}`)}</th>
              <td>{to}</td>
              <td className="v-number">{reference}</td>
              <td>{date(on)}</td>
              <td>{answer === undefined ? <span className="v-soft">{t('sharedPacks:noAnswer')}</span> : t(`enums:receiptDecision.${answer}`)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
};
