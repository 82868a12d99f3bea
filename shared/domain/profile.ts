import { z } from 'zod';
import { shortText } from './base.ts';
import { ConsentPurpose } from './consents.ts';
import { EnvelopeKind } from './envelope.ts';
import { Names } from './jurisdiction.ts';
import { ProgrammeArea } from './learning.ts';
import { MandateKind } from './mandate.ts';
import { NeedDomain } from './needs.ts';
import { allowed, refused, type Outcome } from './outcome.ts';
import type { UserRole } from './roles.ts';

/** Kinds of recipient. Only prisons and probation offices have cards; the others are written down so that it is said what they get. */
export const RecipientKind = z.enum(['probation', 'prison', 'partner', 'health']);
export type RecipientKind = z.infer<typeof RecipientKind>;

/** Papers that are put into an envelope beside the data. */
export const ProfileDocument = z.enum(['plan']);

/** A profile with its version, as a hand-over keeps it: `probation-2`. */
export const ProfileId = z.string().regex(/^[a-z]{2,20}-[1-9]\d{0,3}$/);
export type ProfileId = z.infer<typeof ProfileId>;

const Place = z.string().regex(/^[a-zA-Z]+(\[\]|\{\})?(\.[a-zA-Z]+(\[\]|\{\})?)*$/, { error: 'not the name of a place' });
const once = (items: readonly string[]): boolean => new Set(items).size === items.length;
const places = z.array(Place).max(900).refine(once, { error: 'the same place twice' });

/**
 * What one sort of recipient may see: one file of `shared/profiles`. Default deny: what is not in `fields` never leaves.
 * Described in docs/envelope.md. What no recipient ever sees is decided in `build-casefile.ts`; no file can open it.
 */
export const Profile = z.strictObject({
  id: z.string().regex(/^[a-z]{2,20}$/),
  version: z.int().min(1).max(9999),
  names: Names,
  /** what it is for, in a sentence */
  about: Names,
  /** the act it follows, or "practice" */
  source: shortText,
  recipients: z.array(RecipientKind).min(1),
  /** none: nothing is ever sealed to them */
  envelopes: z.array(EnvelopeKind).max(EnvelopeKind.options.length),
  documents: z.array(ProfileDocument),
  grounds: z.array(MandateKind),
  /** whose signature it takes as the second person; left out: anybody who may authorise */
  signedBy: z.literal('DIRECTOR').optional(),
  /** which part of a payload: `case`, or a section of a transfer */
  payload: z.enum(['case', 'transfer', 'none']),
  /** places of the payload that leave */
  fields: places,
  /** places that stay: every place of the payload is in one of the two, so that a new one asks for a decision */
  stays: places,
  /** domains of need of which words leave, and not only whether there is a need */
  domainsInWords: z.array(NeedDomain).refine(once),
  /** areas of learning that are told of */
  areas: z.array(ProgrammeArea).refine(once),
  /** choices of the person they have to respect */
  choices: z.array(ConsentPurpose).refine(once),
});
export type Profile = z.infer<typeof Profile>;

/** A file that is no profile: names the file and every fault with its place. */
export class ProfileFileError extends Error {
  constructor(path: string, faults: readonly string[]) {
    super(`${path}: ${faults.join('; ')}`);
    this.name = 'ProfileFileError';
  }
}

export const profileId = ({ id, version }: Pick<Profile, 'id' | 'version'>): ProfileId => `${id}-${version}`;

export interface Profiles {
  readonly all: readonly Profile[];
  /** the newest version of each, in the order of their ids */
  readonly newest: readonly Profile[];
  /** The newest version of the profile that a hand-over names, `probation-1` or only `probation`. */
  readonly of: (id: string) => Profile | undefined;
}

/** Reads every file once. @throws ProfileFileError for a bad file, or two files of one version */
export const loadProfiles = (files: Readonly<Record<string, unknown>>): Profiles => {
  const found = new Map<ProfileId, Profile>();
  for (const [path, content] of Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const parsed = Profile.safeParse(content);
    if (!parsed.success) throw new ProfileFileError(path, parsed.error.issues.map(({ path: place, message }) => (place.length === 0 ? message : `${place.join('.')}: ${message}`)));
    const id = profileId(parsed.data);
    if (found.has(id)) throw new ProfileFileError(path, [`${id} is in another file`]);
    found.set(id, parsed.data);
  }
  const all = [...found.values()];
  const newest = [...new Set(all.map(({ id }) => id))].toSorted().flatMap((id) => all.filter((profile) => profile.id === id).toSorted((a, b) => b.version - a.version).slice(0, 1));
  return { all, newest, of: (id) => newest.find((profile) => profile.id === id.replace(/-\d+$/, '')) };
};

/** The profiles a recipient of this kind may be given a case by, the widest first: it is the one that is offered. */
export const casesFor = ({ newest }: Pick<Profiles, 'newest'>, kind: RecipientKind): readonly Profile[] =>
  newest
    .filter(({ recipients, envelopes, payload }) => payload === 'case' && recipients.includes(kind) && envelopes.includes('handover'))
    .toSorted((a, b) => b.fields.length - a.fields.length);

/**
 * The profile by which a case may go to a recipient of this kind.
 * @param asked its id, with or without version; left out: the widest one for them
 */
export const caseProfile = (profiles: Pick<Profiles, 'newest' | 'of'>, kind: RecipientKind, asked?: string): Outcome<Profile> => {
  const possible = casesFor(profiles, kind);
  const profile = asked === undefined ? possible[0] : possible.find(({ id }) => id === profiles.of(asked)?.id);
  return profile === undefined ? refused('handover.notToThem') : allowed(profile);
};

/** Whether a ground opens this profile. */
export const groundOpens = ({ grounds }: Pick<Profile, 'grounds'>, kind: MandateKind): Outcome<void> => (grounds.includes(kind) ? allowed(undefined) : refused('handover.groundNotForThem'));

/** Whether somebody with these roles may be the second person for this profile. */
export const maySignFor = ({ signedBy }: Pick<Profile, 'signedBy'>, roles: readonly UserRole[]): Outcome<void> =>
  signedBy === undefined || roles.includes(signedBy) ? allowed(undefined) : refused('handover.directorNeeded');
