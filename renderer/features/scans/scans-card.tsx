import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ScanSet } from '../../../shared/contract/papers.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useMay } from '../../app/session-context.tsx';
import { scansPath } from '../../app/shell/screen-paths.ts';
import { useLive } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { ScanDialog } from './scan-dialog.tsx';
import { typingPath } from './typed-paper.ts';

/** Signed papers of a person that came back: which pages are here, which are missing, and whether somebody typed them in. */
export const ScansCard = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation();
  const may = useMay();
  const live = useLive(`scans ${personId}`, (client, signal) => client.papers.ofPerson({ personId }, { signal }));
  const [open, setOpen] = useState<ScanSet | undefined>(undefined);
  return (
    <Card title={t('documents:scan.card')} aside={may('case.write') ? <Link to={scansPath(personId)}>{t('documents:scan.bring')}</Link> : null}>
      <ProblemNotice problem={live.problem} />
      {live.value?.length === 0 ? <p className="v-soft">{t('documents:scan.none')}</p> : null}
      <ul className="v-lines">{live.value?.map((set) => <Paper key={set.set} personId={personId} set={set} onLook={() => setOpen(set)} />)}</ul>
      {open === undefined ? null : <ScanDialog set={open} onClose={() => setOpen(undefined)} />}
    </Card>
  );
};

const Paper = ({ personId, set, onLook }: { readonly personId: string; readonly set: ScanSet; readonly onLook: () => void }) => {
  const { t } = useTranslation();
  const may = useMay();
  const date = useDateText();
  const form = t(`enums:paperFormKind.${set.kind}`);
  const first = set.pages[0];
  return (
    <li>
      <span>
        <span className="v-strong">{form}</span>{' '}
        {set.missing.length === 0 ? null : <Tag tone="warn">{t('documents:scan.missing', { pages: set.missing.join(', ') })}</Tag>}
        <br />
        <span className="v-small v-soft">
          {[
            ...(first === undefined ? [] : [date(first.keptOn)]),
            t('documents:scan.sheets', { count: set.pages.length }),
            set.typed === undefined ? t('documents:scan.notTyped') : t('documents:scan.typedOn', { date: date(set.typed.on) }),
            ...(set.form === undefined ? [t('enums:scanHow.HAND')] : []),
          ].join(' · ')}
        </span>
      </span>
      <Row end>
        {may('case.write') && first !== undefined ? (
          <Link aria-label={`${t('documents:scan.typeIn')}: ${form}`} to={typingPath(personId, set.kind, first.id)}>
            {t('documents:scan.typeIn')}
          </Link>
        ) : null}
        <Button aria-label={`${t('documents:scan.look')}: ${form}`} onPress={onLook}>
          {t('documents:scan.look')}
        </Button>
      </Row>
    </li>
  );
};
