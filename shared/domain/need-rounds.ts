import type { CivilDate } from './dates.ts';
import { step } from './machine.ts';
import { needMachine } from './need-machine.ts';
import { withUpdate } from './need-rules.ts';
import { MOST_UPDATES, type Need, type NeedEcho, type NeedSide, type NeedUpdate } from './need.ts';
import type { NeedCode } from './needs-catalogue.ts';
import { NeedDomain, type DomainAssessment, type NeedItem, type Round } from './needs.ts';
import { domainOf } from './round-rules.ts';

/** What a need is made of that a round finds for the first time; the service adds what every document carries. */
export type FoundNeed = Pick<Need, 'type' | 'personId' | 'domain' | 'code' | 'detail' | 'level' | 'urgency' | 'roundId' | 'formVersion' | 'openedOn' | 'status' | 'updates'>;

export interface NeedsAfter {
  readonly found: readonly FoundNeed[];
  readonly changed: readonly Need[];
}

interface Asking {
  readonly round: Round;
  /** the day it was asked, or put right */
  readonly on: CivilDate;
  readonly by: string;
  readonly side: NeedSide;
  /** a fresh id for each entry */
  readonly newId: () => string;
}

/** The domains in which a round is the newest that asked: an older round typed in later changes no need. */
const speaksFor = (round: Round, rounds: readonly Round[]): readonly DomainAssessment[] =>
  NeedDomain.options.flatMap((name) => {
    const domain = domainOf(round, name);
    if (domain.answer === 'NOT_ASKED' && domain.items === undefined) return [];
    const newer = rounds.some((other) => other.id !== round.id && other.closedOn !== undefined && `${other.conductedOn} ${other.id}` > `${round.conductedOn} ${round.id}` && domainOf(other, name).answer !== 'NOT_ASKED');
    return newer ? [] : [domain];
  });

const entry = ({ on, by, side, newId }: Asking, act: NeedUpdate['act'], status: Need['status'], urgency: NeedItem['urgency']): NeedUpdate => ({
  id: newId(),
  on,
  by,
  side,
  act,
  status,
  ...(urgency === undefined ? {} : { urgency }),
});

interface Named {
  readonly domain: NeedDomain;
  readonly code?: NeedCode;
  readonly item?: Pick<NeedItem, 'level' | 'urgency' | 'detail'>;
  readonly level?: number | undefined;
}

const newNeed = (asking: Asking, { domain, code, item, level }: Named): FoundNeed => ({
  type: 'need',
  personId: asking.round.personId,
  domain,
  ...(code === undefined ? {} : { code }),
  ...(item?.detail === undefined ? {} : { detail: item.detail }),
  ...(level === undefined ? {} : { level }),
  ...(item?.urgency === undefined ? {} : { urgency: item.urgency }),
  roundId: asking.round.id,
  formVersion: asking.round.formVersion,
  openedOn: asking.on,
  status: 'OPEN',
  updates: [entry(asking, 'found', 'OPEN', item?.urgency)],
});

const echoed = (asking: Asking, need: Need, act: NeedEcho, named?: Named): Need[] => {
  const next = step('need', needMachine, need.status, act);
  const last = need.updates.at(-1);
  // what was recorded after that day stands, and what is full is left as it is
  if (!next.ok || need.updates.length >= MOST_UPDATES || (last !== undefined && last.on > asking.on)) return [];
  const { roundId, level } = need;
  // the same round does not say the same twice
  if (act === 'foundAgain' && roundId === asking.round.id && last?.status === next.value && level === named?.level) return [];
  const again: Partial<Need> = act !== 'foundAgain' ? {} : { roundId: asking.round.id, formVersion: asking.round.formVersion, ...(named?.level === undefined ? {} : { level: named.level }), ...(named?.item?.detail === undefined ? {} : { detail: named.item.detail }) };
  return [withUpdate({ ...need, ...again }, entry(asking, act, next.value, named?.item?.urgency))];
};

/** What one domain of a round does to the needs of that domain. */
const inDomain = (asking: Asking, { domain, answer, level, items = [] }: DomainAssessment, needs: readonly Need[]): NeedsAfter => {
  const here = needs.filter((need) => need.domain === domain);
  if (answer === 'NONE') return { found: [], changed: here.flatMap((need) => echoed(asking, need, 'noneNow')) };
  const listed = items.filter((item) => item.answer === 'NEED');
  const found: FoundNeed[] = [];
  const changed: Need[] = [];
  const see = (named: Named) => {
    const known = here.find(({ code }) => code === named.code);
    if (known === undefined) found.push(newNeed(asking, named));
    else changed.push(...echoed(asking, known, 'foundAgain', named));
  };
  for (const item of listed) see({ domain, code: item.code, item, level: item.level });
  for (const item of items.filter((asked) => asked.answer === 'NONE')) changed.push(...here.filter(({ code }) => code === item.code).flatMap((need) => echoed(asking, need, 'noneNow')));
  const whole = here.find(({ code }) => code === undefined);
  const openOnes = here.some(({ code, status }) => code !== undefined && !['MET', 'NO_LONGER', 'DECLINED'].includes(status));
  if (listed.length > 0) {
    if (whole !== undefined) changed.push(...echoed(asking, whole, 'split'));
  } else if (answer === 'NEED' && !openOnes) see({ domain, level });
  return { found, changed };
};

/**
 * What a round that was closed, or put right, does to the needs of its person: what it found is opened, what it found again
 * goes on, and what it asked and is none now ends with that as its reason. What it did not ask, and what the person
 * preferred not to answer, stays as it stood.
 * @param rounds all rounds of the person
 * @param needs all needs of the person
 * @param only the domain that was put right; without it all
 */
export const needsAfter = (asking: Asking, rounds: readonly Round[], needs: readonly Need[], only?: NeedDomain): NeedsAfter => {
  const parts = speaksFor(asking.round, rounds)
    .filter(({ domain }) => only === undefined || domain === only)
    .map((domain) => inDomain(asking, domain, needs));
  return { found: parts.flatMap(({ found }) => found), changed: parts.flatMap(({ changed }) => changed) };
};
