import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/domain/people.ts';
import { useSession } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { DisclosuresCard } from '../disclosures/disclosures-card.tsx';
import { ScansCard } from '../scans/scans-card.tsx';
import { CustodySlip } from './custody-slip.tsx';
import { IssuedList } from './issued-list.tsx';
import { OfficersPlan } from './officers-plan.tsx';
import { PaperForms } from './paper-forms.tsx';
import { PersonCopy } from './person-copy.tsx';

/** Papers that can be made of this person's case, and those that left in clear. */
export const DocumentsTab = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const handovers = useLive(person.id, (client, signal) => client.handovers.ofPerson({ personId: person.id }, { signal }));
  return (
    <Stack>
      <Notice tone="warn" title={t('documents:screen.warning')}>
        <p>{t('documents:screen.warningText')}</p>
      </Notice>
      <PersonCopy person={person} />
      {status.workplace?.kind === 'prison' && handovers.value !== undefined ? (
        <>
          <OfficersPlan personId={person.id} handovers={handovers.value} />
          <CustodySlip handovers={handovers.value} />
        </>
      ) : null}
      {status.workplace?.kind === 'prison' ? <PaperForms personId={person.id} first={person.copyLanguage} /> : null}
      {status.workplace?.kind === 'prison' ? <ScansCard personId={person.id} /> : null}
      <IssuedList personId={person.id} />
      <DisclosuresCard personId={person.id} />
    </Stack>
  );
};
