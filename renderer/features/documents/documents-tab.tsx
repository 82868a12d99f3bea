import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/domain/people.ts';
import { useSession } from '../../app/session-context.tsx';
import { useLive } from '../../app/use-live.ts';
import { Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { OfficersPlan } from './officers-plan.tsx';
import { PersonCopy } from './person-copy.tsx';

/** Papers that can be made of this person's case. Each is saved to a file, which no longer lies in the vault. */
export const DocumentsTab = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const handovers = useLive(person.id, (client, signal) => client.handovers.ofPerson({ personId: person.id }, { signal }));
  return (
    <Stack>
      <Notice tone="warn" title={t('handover:documents.warning')}>
        <p>{t('handover:documents.warningText')}</p>
      </Notice>
      <PersonCopy person={person} />
      {status.workplace?.kind === 'prison' && handovers.value !== undefined ? <OfficersPlan personId={person.id} handovers={handovers.value} /> : null}
    </Stack>
  );
};
