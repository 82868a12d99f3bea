import type { Application, ApplicationCommand, ApplicationStatus } from '../application.ts';
import { applicationAfter } from '../application-rules.ts';
import { MADE_UP, reached, type Walk } from './walk.ts';

export const walkApplication: Walk<ApplicationStatus, ApplicationCommand> = (status, command) =>
  reached(
    applicationAfter(
      { status, kind: 'ID_CARD', to: 'the town hall', log: [] } as unknown as Application,
      { command, on: MADE_UP.today, now: MADE_UP.now, by: MADE_UP.me, note: 'as the letter says', storedWith: 'PERSONAL_ITEMS' },
      MADE_UP.today,
    ),
    (application) => application.status,
  );
