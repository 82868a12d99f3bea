/**
 * The address of every screen, as the router reads it. Tests walk this table: a screen that is not in it cannot be
 * entered, and one that is in it is looked at in every language and theme.
 */
export const screenPaths = {
  people: '/people',
  person: '/people/:id/:part?',
  registerImport: '/register-import',
  arrivals: '/arrivals',
  services: '/services',
  audit: '/audit',
} as const;

export type ScreenId = keyof typeof screenPaths;

/** The parts of the person's page, in the order of their tabs; each has an address of its own. */
export const personParts = ['brief', 'needs', 'plan', 'learning', 'notes', 'dates', 'handover', 'documents'] as const;
export type PersonPart = (typeof personParts)[number];

/** The address of a person's page, or of one part of it. */
export const personPath = (id: string, part?: PersonPart): string => (part === undefined || part === 'brief' ? `/people/${id}` : `/people/${id}/${part}`);
