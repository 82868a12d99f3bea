/**
 * The address of every screen, as the router reads it. Tests walk this table: a screen that is not in it cannot be
 * entered, and one that is in it is looked at in every language and theme.
 */
export const screenPaths = {
  home: '/day',
  people: '/people',
  person: '/people/:id/:part?',
  duplicates: '/duplicates',
  toldCases: '/told-cases',
  programmes: '/programmes',
  programme: '/programmes/:programmeId',
  run: '/programmes/run/:runId/:part?',
  ownRuns: '/courses',
  ownRun: '/courses/:runId',
  releases: '/releases',
  calendar: '/calendar',
  requests: '/requests',
  scans: '/scans',
  caseload: '/caseload',
  sittings: '/sittings',
  sitting: '/sittings/:sittingId',
  packs: '/packs',
  registerImport: '/register-import',
  arrivals: '/arrivals',
  outcomes: '/outcomes',
  directory: '/directory',
  goals: '/goals',
  sharedPacks: '/shared-packs',
  services: '/services',
  audit: '/audit',
  breaches: '/breaches',
  breach: '/breaches/:breachId',
  users: '/users',
  settings: '/settings',
  backup: '/backup',
  account: '/account',
  firstHour: '/first-hour',
} as const;

export type ScreenId = keyof typeof screenPaths;

/** The parts of the person's page, in the order of their tabs; each has an address of its own. */
export const personParts = ['brief', 'needs', 'plan', 'followUp', 'release', 'learning', 'notes', 'requests', 'dates', 'handover', 'documents', 'timeline', 'details'] as const;
export type PersonPart = (typeof personParts)[number];

/** The address of a person's page, or of one part of it. */
export const personPath = (id: string, part?: PersonPart): string => (part === undefined || part === 'brief' ? `/people/${id}` : `/people/${id}/${part}`);

/** The address of scanned papers, opened from somebody's page. */
export const scansPath = (personId: string): string => `/scans?person=${personId}`;

/** The address of one breach of the book. */
export const breachPath = (id: string): string => `/breaches/${id}`;

/** The address of one sitting of a commission or a court. */
export const sittingPath = (id: string): string => `/sittings/${id}`;

/** The address of one programme. */
export const programmePath = (id: string): string => `/programmes/${id}`;

/** The address of a course one leads. */
export const ownRunPath = (id: string): string => `/courses/${id}`;

/** The parts of a course's page, in the order of their tabs. */
export const runParts = ['attendance', 'people', 'sessions'] as const;
export type RunPart = (typeof runParts)[number];

/** The address of a course, or of one part of it. */
export const runPath = (id: string, part?: RunPart): string => (part === undefined || part === 'attendance' ? `/programmes/run/${id}` : `/programmes/run/${id}/${part}`);
