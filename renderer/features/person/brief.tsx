import type { BriefView } from '../../../shared/contract/person-details.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { PersonPart } from '../../app/shell/screen-paths.ts';
import type { Live } from '../../app/use-live.ts';
import { Columns, Stack } from '../../design/layout.tsx';
import { ChoicesCard } from './choices-card.tsx';
import { HandoversCard } from './handovers-card.tsx';
import { LearningCard } from './learning-card.tsx';
import { MissingCard } from './missing-card.tsx';
import { NeedsCard } from './needs-card.tsx';
import { PlanCard } from './plan-card.tsx';

interface BriefProps {
  readonly personId: string;
  readonly live: Live<BriefView>;
  /** a life sentence: no release comes nearer */
  readonly endless: boolean;
  readonly today: CivilDate;
  readonly onOpen: (tab: PersonPart) => void;
}

/** Everything about the person at a glance; each card follows its own part of the case. */
export const Brief = ({ personId, live, endless, today, onOpen }: BriefProps) => (
  <Columns>
    <Stack>
      <PlanCard personId={personId} today={today} onOpen={() => onOpen('plan')} />
      <LearningCard personId={personId} onOpen={() => onOpen('learning')} />
    </Stack>
    <Stack>
      <MissingCard live={live} endless={endless} />
      <NeedsCard personId={personId} onOpen={() => onOpen('needs')} />
      <ChoicesCard personId={personId} />
      <HandoversCard personId={personId} />
    </Stack>
  </Columns>
);
