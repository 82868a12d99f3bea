import type { z } from 'zod';
import { TIMELINE_PAGE, type TimelineEntryView, type TimelineQuery, type TimelineView } from '../../../../shared/contract/timeline.ts';
import type { CollectionName } from '../../../../shared/domain/collections.ts';
import { may } from '../../../../shared/domain/permissions.ts';
import { TimelineKind, timelineOf } from '../../../../shared/domain/timeline.ts';
import { handoversOf } from '../handover/handover.ts';
import { plansOf } from '../plans/plans.ts';
import { find } from '../query.ts';
import { civilDateAt, existing, type Work } from '../work.ts';

/** What a timeline follows. */
export const TIMELINE_COLLECTIONS: readonly CollectionName[] = ['people', 'assessments', 'plans', 'learning', 'consents', 'release', 'handovers'];

/** Everything dated in one person's case, newest first. @throws RefusedError notFound */
export const timelineView = async (work: Work, { personId, kinds = TimelineKind.options, limit = TIMELINE_PAGE }: z.infer<typeof TimelineQuery>): Promise<TimelineView> => {
  const { vault } = work;
  const selector = { personId };
  const [person, rounds, notes, plans, enrolments, consents, requests, sittings, appointments, applications, obligations, handovers, issued] = await Promise.all([
    existing(work, 'people', personId, 'person'),
    find(vault, 'assessments', 'round', { selector }),
    may(vault.user.roles, 'note.read') ? find(vault, 'assessments', 'note', { selector }) : [],
    plansOf(work, personId),
    find(vault, 'learning', 'enrolment', { selector }),
    find(vault, 'consents', 'consent', { selector }),
    find(vault, 'assessments', 'request', { selector }),
    find(vault, 'release', 'sittingCase', { selector }),
    find(vault, 'release', 'appointment', { selector }),
    find(vault, 'release', 'application', { selector }),
    find(vault, 'release', 'obligation', { selector }),
    handoversOf(work, personId),
    find(vault, 'handovers', 'issued', { selector }),
  ]);
  const all = timelineOf({ person, rounds, notes, plans, enrolments, consents, requests, sittings, appointments, applications, obligations, handovers, issued, dayOf: (at) => civilDateAt(new Date(at), vault.info.timeZone) });
  const wanted = all.filter(({ kind }) => kinds.includes(kind));
  const shown = wanted.slice(0, limit);
  const programmes = await Promise.all([...new Set(shown.flatMap(({ programmeId }) => programmeId ?? []))].map((id) => vault.get('programmes', id)));
  const titles = new Map(programmes.flatMap((programme) => (programme?.type === 'programme' ? [[programme.id, programme.title] as const] : [])));
  return {
    total: wanted.length,
    entries: shown.map(({ programmeId, ...entry }): TimelineEntryView => {
      const title = programmeId === undefined ? undefined : titles.get(programmeId);
      return { ...entry, ...(title === undefined ? {} : { title }) };
    }),
    counts: TimelineKind.options.flatMap((kind) => {
      const count = all.filter((entry) => entry.kind === kind).length;
      return count === 0 ? [] : [{ kind, count }];
    }),
  };
};
