import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoadView } from '../../../shared/contract/release.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useMay, useSession, userName } from '../../app/session-context.tsx';
import type { Live } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { FormDate, FormText } from '../../design/form/fields.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Tag } from '../../design/tag.tsx';
import { LiveCard } from '../person/live-card.tsx';
import { EditObligation } from './edit-obligation.tsx';
import { dayForm, reasonForm } from './road-forms.ts';

type Open = { readonly form: 'obligation'; readonly about: string | undefined } | { readonly form: 'end'; readonly about: string } | { readonly form: 'none' } | { readonly form: 'read' };

const asked = ({ open, about }: { readonly open: string; readonly about?: string | undefined }): Open | undefined => {
  if (open === 'release.obligation') return { form: 'obligation', about };
  if (open === 'release.endObligation' && about !== undefined) return { form: 'end', about };
  if (open === 'release.noObligations') return { form: 'none' };
  return open === 'release.readAloud' ? { form: 'read' } : undefined;
};

/** What somebody has to do after release, in dated plain sentences; or that nobody knows yet, or that there is nothing. */
export const ObligationsCard = ({ personId, live }: { readonly personId: string; readonly live: Live<RoadView> }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const { status } = useSession();
  const writes = useMay()('case.write');
  const [open, setOpen] = useAskable<Open>(asked);
  const close = () => setOpen(undefined);
  const view = live.value;
  const before = view?.obligations.find(({ id }) => open !== undefined && 'about' in open && id === open.about);
  const day = useMemo(() => dayForm(status.today), [status.today]);
  return (
    <>
      <LiveCard
        title={t('release:obligations.title')}
        live={live}
        nothing={() => undefined}
        aside={writes ? <Button onPress={() => setOpen({ form: 'obligation', about: undefined })}>{t('release:obligations.add')}</Button> : null}
      >
        {(road) => (
          <Stack gap={3}>
            <Known view={road} />
            <ul className="v-lines">
              {road.obligations.map((obligation) => (
                <ObligationLine
                  key={obligation.id}
                  obligation={obligation}
                  unread={road.unread.includes(obligation.id)}
                  {...(writes ? { onEdit: () => setOpen({ form: 'obligation', about: obligation.id }), onEnd: () => setOpen({ form: 'end', about: obligation.id }) } : {})}
                />
              ))}
            </ul>
            <ReadWords view={road} />
            {writes ? (
              <Row>
                {road.obligations.some(({ ended }) => ended === undefined) ? <Button onPress={() => setOpen({ form: 'read' })}>{t('release:obligations.read')}</Button> : null}
                {road.obligationsKnown ? null : <Button onPress={() => setOpen({ form: 'none' })}>{t('release:obligations.sayNone')}</Button>}
              </Row>
            ) : null}
          </Stack>
        )}
      </LiveCard>
      {open?.form === 'obligation' && view !== undefined ? <EditObligation key={open.about ?? 'new'} personId={personId} before={before} lang={view.planLang ?? preferences.language} onClose={close} /> : null}
      {open?.form === 'end' ? (
        <KeptDialog form="release.endObligation" title={t('release:obligations.endTitle')} personId={personId} about={open.about} schema={reasonForm} defaults={{ reason: '' }} send={(client, { reason }) => client.release.endObligation({ obligationId: open.about, reason })} onClose={close}>
          <FormText name="reason" label={t('release:obligations.endReason')} hint={t('release:obligations.endReasonHint')} />
        </KeptDialog>
      ) : null}
      {open?.form === 'none' ? (
        <KeptDialog form="release.noObligations" title={t('release:obligations.sayNoneTitle')} personId={personId} schema={reasonForm} defaults={{ reason: '' }} send={(client, { reason }) => client.release.noObligations({ personId, source: reason })} onClose={close}>
          <FormText name="reason" label={t('release:obligations.noneSource')} hint={t('release:obligations.noneSourceHint')} />
        </KeptDialog>
      ) : null}
      {open?.form === 'read' ? (
        <KeptDialog form="release.readAloud" title={t('release:obligations.read')} personId={personId} schema={day} defaults={{ on: status.today }} send={(client, { on }) => client.release.readAloud({ personId, on })} onClose={close}>
          <FormDate name="on" label={t('release:obligations.readDay')} hint={t('release:obligations.readHint')} />
        </KeptDialog>
      ) : null}
    </>
  );
};

/** That nobody looked yet, or who said that there are none. */
const Known = ({ view: { road, obligationsKnown } }: { readonly view: RoadView }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const date = useDateText();
  if (!obligationsKnown) {
    return (
      <Notice tone="warn" title={t('release:obligations.unknown')}>
        <p>{t('release:obligations.unknownText')}</p>
      </Notice>
    );
  }
  const none = road?.noObligations;
  if (none === undefined) return null;
  const name = userName(status, none.by);
  return <p>{name === undefined ? t('release:obligations.none', { source: none.source, date: date(none.on) }) : t('release:obligations.noneBy', { source: none.source, date: date(none.on), name })}</p>;
};

const ReadWords = ({ view: { road } }: { readonly view: RoadView }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const last = road?.readAloud.at(-1);
  return last === undefined ? null : <p className="v-small v-soft">{t('release:obligations.readOn', { date: date(last.on) })}</p>;
};

interface ObligationLineProps {
  readonly obligation: RoadView['obligations'][number];
  readonly unread: boolean;
  readonly onEdit?: () => void;
  readonly onEnd?: () => void;
}

const ObligationLine = ({ obligation: { kind, text, lang, act, from, until, protectsSomebody, ended }, unread, onEdit, onEnd }: ObligationLineProps) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const date = useDateText();
  const name = t(`enums:obligationKind.${kind}`);
  const days = until === undefined ? t('release:obligations.fromOn', { from: date(from) }) : t('release:obligations.fromTo', { from: date(from), until: date(until) });
  const over = ended !== undefined || (until !== undefined && until < status.today);
  return (
    <li {...(over ? { 'data-past': '' } : {})}>
      <span>
        <span lang={lang}>{text}</span>
        <br />
        <span className="v-small v-soft">
          {[name, days, t('release:obligations.actNo', { act }), ...(protectsSomebody ? [t('release:obligations.protectsSomebody')] : []), ...(ended === undefined ? [] : [t('release:obligations.ended', { date: date(ended.on), reason: ended.reason })])].join(' · ')}
        </span>
      </span>
      <span className="v-row" data-end="">
        {over ? <Tag>{t('release:obligations.over')}</Tag> : unread ? <Tag tone="warn">{t('release:obligations.unread')}</Tag> : null}
        {over || onEdit === undefined ? null : (
          <Button variant="link" aria-label={t('release:obligations.editName', { kind: name })} onPress={onEdit}>
            {t('release:obligations.edit')}
          </Button>
        )}
        {over || onEnd === undefined ? null : (
          <Button variant="link" aria-label={t('release:obligations.endName', { kind: name })} onPress={onEnd}>
            {t('release:obligations.end')}
          </Button>
        )}
      </span>
    </li>
  );
};
