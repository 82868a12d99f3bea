import type { CivilDate } from '../../../shared/domain/dates.ts';
import type { PersonPart } from '../../app/shell/screen-paths.ts';
import { Columns, Stack } from '../../design/layout.tsx';
import { ChoicesCard } from './choices-card.tsx';
import { HandoversCard } from './handovers-card.tsx';
import { LearningCard } from './learning-card.tsx';
import { NeedsCard } from './needs-card.tsx';
import { PlanCard } from './plan-card.tsx';

/** Everything about the person at a glance; each card follows its own part of the case. */
export const Brief = ({ personId, today, onOpen }: { readonly personId: string; readonly today: CivilDate; readonly onOpen: (tab: PersonPart) => void }) => (
  <Columns>
    <Stack>
      <PlanCard personId={personId} today={today} onOpen={() => onOpen('plan')} />
      <LearningCard personId={personId} />
    </Stack>
    <Stack>
      <NeedsCard personId={personId} onOpen={() => onOpen('needs')} />
      <ChoicesCard personId={personId} />
      <HandoversCard personId={personId} />
    </Stack>
  </Columns>
);
