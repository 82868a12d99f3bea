import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../shared/contract/people.ts';
import type { BriefView } from '../../../shared/contract/person-details.ts';
import type { PersonStatus } from '../../../shared/domain/person-machine.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { useMay, useSession } from '../../app/session-context.tsx';
import { personParts, type PersonPart } from '../../app/shell/screen-paths.ts';
import type { Live } from '../../app/use-live.ts';
import { Stack } from '../../design/layout.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { DocumentsTab } from '../documents/documents-tab.tsx';
import { HandoverTab } from '../handover/handover-tab.tsx';
import { LearningTab } from '../learning/learning-tab.tsx';
import { NeedsTab } from '../needs/needs-tab.tsx';
import { NotesTab } from '../notes/notes-tab.tsx';
import { FollowUpTab } from '../outcomes/follow-up-tab.tsx';
import { OutcomesCard } from '../outcomes/outcomes-card.tsx';
import { PlanTab } from '../plan/plan-tab.tsx';
import { ReleaseTab } from '../release-road/release-tab.tsx';
import { TimelineTab } from '../timeline/timeline-tab.tsx';
import { Brief } from './brief.tsx';
import { RequestsTab } from '../requests/requests-tab.tsx';
import { DatesTab } from './dates-tab.tsx';
import { DetailsTab } from './details-tab.tsx';
import { shownPart } from './shown-part.ts';

export interface PersonPartProps {
  readonly view: PersonView;
  readonly brief: Live<BriefView>;
  readonly today: CivilDate;
  readonly onSelect: (part: PersonPart) => void;
}

/** What left, and what came back of it. */
const HandedOver = (props: { readonly personId: string; readonly status: PersonStatus; readonly onDocuments: () => void }) => (
  <Stack>
    <HandoverTab {...props} />
    <OutcomesCard personId={props.personId} />
  </Stack>
);

/** The parts of a person's page this user may see, in the order of `personParts`. */
export const PersonTabs = ({ selected, ...props }: PersonPartProps & { readonly selected: PersonPart }) => {
  const { t } = useTranslation();
  const { view, brief, today, onSelect } = props;
  const { status } = useSession();
  const may = useMay();
  const personId = view.person.id;
  const parts: { readonly [P in PersonPart]?: { readonly title: string; readonly content: ReactNode } | undefined } = {
    brief: { title: t('people:person.brief'), content: <Brief personId={personId} live={brief} endless={view.person.endless === true} today={today} onOpen={onSelect} /> },
    needs: { title: t('people:needs.title'), content: <NeedsTab person={view.person} today={today} /> },
    plan: { title: t('people:plan.title'), content: <PlanTab person={view.person} today={today} /> },
    release: status.workplace?.kind === 'prison' ? { title: t('release:tab'), content: <ReleaseTab person={view.person} brief={brief} /> } : undefined,
    followUp: status.workplace?.kind === 'probation' ? { title: t('outcomes:tab'), content: <FollowUpTab personId={personId} /> } : undefined,
    notes: may('note.read') ? { title: t('notes:tab'), content: <NotesTab personId={personId} /> } : undefined,
    requests: status.workplace?.kind === 'prison' ? { title: t('requests:tab'), content: <RequestsTab person={view.person} today={today} /> } : undefined,
    learning: { title: t('people:learning.title'), content: <LearningTab personId={personId} /> },
    dates: { title: t('people:dates.title'), content: <DatesTab view={view} today={today} /> },
    handover:
      status.workplace?.kind === 'prison' && may('contact.read')
        ? { title: t('handover:tab'), content: <HandedOver personId={personId} status={view.person.status} onDocuments={() => onSelect('documents')} /> }
        : undefined,
    details: { title: t('people:details.title'), content: <DetailsTab view={view} today={today} /> },
    timeline: { title: t('calendar:timeline.title'), content: <TimelineTab personId={personId} onOpen={onSelect} /> },
    documents: may('document.make') ? { title: t('handover:documents.title'), content: <DocumentsTab person={view.person} /> } : undefined,
  };
  const shown = personParts.flatMap((id) => {
    const part = parts[id];
    return part === undefined ? [] : [{ id, ...part }];
  });
  return (
    <Tabs
      label={t('people:person.parts')}
      parts={shown}
      selected={shownPart(selected, shown.map(({ id }) => id))}
      onSelect={(id) => onSelect(personParts.find((known) => known === id) ?? 'brief')}
    />
  );
};
