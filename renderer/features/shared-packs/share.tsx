import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedLine, SharedPacksView } from '../../../shared/contract/shared-packs.ts';
import { SharedPackKind } from '../../../shared/domain/shared-pack.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Pair, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import { Select } from '../../design/select.tsx';
import { Table } from '../../design/table.tsx';
import { ChooseTarget, useTarget } from '../handover/choose-target.tsx';
import { LineFields } from './field-text.tsx';

interface ShareProps {
  readonly services: SharedPacksView['services'];
  readonly onClose: () => void;
}

interface Offer {
  readonly lines: readonly OfferedLine[];
  readonly contentHash: string;
}

/** What of ours leaves, line by line as it will be read there, to whom and where to. */
export const Share = ({ services, onClose }: ShareProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const work = useAction();
  const { run } = work;
  const target = useTarget();
  const [kind, setKind] = useState<SharedPackKind>('directory');
  const [to, setTo] = useState<string | undefined>(services.length === 1 ? services[0]?.serviceId : undefined);
  const [offer, setOffer] = useState<Offer | undefined>(undefined);
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const [written, setWritten] = useState<string | undefined>(undefined);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const found = await client.sharedPacks.offer({ kind });
      if (gone) return;
      setOffer(found);
      // what may not leave is out from the start, and says why
      setOut(new Set(found.lines.flatMap(({ lineId, refused }) => (refused === undefined ? [] : [lineId]))));
    };
    void run(look);
    return () => {
      gone = true;
    };
  }, [client, kind, run]);
  const lines = offer?.lines ?? [];
  const leaving = lines.filter(({ lineId }) => !out.has(lineId));
  const seal = async () => {
    setMissing(to === undefined);
    if (to === undefined || offer === undefined) return;
    const folder = await target.take();
    if (folder === null) return;
    const done = await work.run(() => client.sharedPacks.seal({ kind, to, lineIds: leaving.map(({ lineId }) => lineId), contentHash: offer.contentHash, folder: folder.token }));
    if (done !== undefined) setWritten(done.value.fileName);
  };
  return (
    <Dialog title={t('sharedPacks:seal.title')} isOpen onClose={onClose} wide high>
      <Stack gap={3}>
        <Pair>
          <Select
            label={t('sharedPacks:seal.kind')}
            value={kind}
            onChange={(id) => {
              setOffer(undefined);
              setWritten(undefined);
              setKind(SharedPackKind.parse(id));
            }}
            options={SharedPackKind.options.map((id) => ({ id, label: t(`enums:sharedPackKind.${id}`) }))}
          />
          <Select
            label={t('sharedPacks:seal.to')}
            value={to ?? null}
            placeholder={t('sharedPacks:seal.choose')}
            onChange={setTo}
            {...(missing && to === undefined ? { error: t('sharedPacks:seal.toMissing') } : {})}
            options={services.map(({ serviceId, name }) => ({ id: serviceId, label: name }))}
          />
        </Pair>
        {offer === undefined ? work.pending ? <Progress label={t('common:reading')} /> : null : lines.length === 0 ? <p>{t('sharedPacks:seal.none')}</p> : <Leaving lines={lines} out={out} onOut={setOut} />}
        {leaving.length === 0 ? null : <ChooseTarget target={target} label={t('sharedPacks:seal.where')} />}
        <ProblemNotice problem={work.problem} />
        {work.pending && offer !== undefined ? <Progress label={t('sharedPacks:seal.writing')} /> : null}
        {written === undefined ? null : (
          <Notice tone="done" title={t('sharedPacks:seal.written', { name: written })}>
            <p>{t('sharedPacks:seal.writtenText')}</p>
          </Notice>
        )}
        <Row end>
          <Button onPress={onClose}>{written === undefined ? t('common:act.cancel') : t('common:act.close')}</Button>
          {leaving.length === 0 || written !== undefined ? null : (
            <Button variant="go" isPending={work.pending} onPress={() => void seal()}>
              {t('sharedPacks:seal.go', { count: leaving.length })}
            </Button>
          )}
        </Row>
      </Stack>
    </Dialog>
  );
};

const Leaving = ({ lines, out, onOut }: { readonly lines: readonly OfferedLine[]; readonly out: ReadonlySet<string>; readonly onOut: (out: ReadonlySet<string>) => void }) => {
  const { t } = useTranslation();
  return (
    <>
      <p className="v-soft">{t('sharedPacks:seal.what')}</p>
      <Table label={t('sharedPacks:seal.what')} heads={[{ hidden: t('sharedPacks:seal.title') }, t('sharedPacks:review.line'), t('sharedPacks:review.what')]}>
        {lines.map(({ lineId, name, fields, refused }) => (
          <tr key={lineId}>
            <td>
              {refused === undefined ? (
                <Checkbox aria-label={name} isSelected={!out.has(lineId)} onChange={(on) => onOut(new Set(on ? [...out].filter((other) => other !== lineId) : [...out, lineId]))} />
              ) : null}
            </td>
            <th scope="row">{name}</th>
            <td>
              <LineFields fields={fields.filter(({ there }) => there !== name)} />
              {refused === undefined ? null : <p className="v-small v-strong">{t(`refusals:${refused}`, { name })}</p>}
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
};
