import { describe, expect, it } from 'vitest';
import { CreateWorkplace } from '../../../shared/contract/session.ts';
import { KindForm, userForm, workplaceOf } from './draft.ts';
import { codeGroups, pairProblem, rolesOffered, whoRunsOffice } from './rules.ts';
import { timeZones } from './time-zones.ts';

describe('the first two people', () => {
  it.each([
    ['prison', 'EDUCATOR', 'COORDINATOR', undefined],
    ['prison', 'EDUCATOR', 'DIRECTOR', undefined],
    ['prison', 'EDUCATOR', 'PSYCHOLOGIST', 'session:user.nobodyApproves'],
    ['prison', 'ADMIN', 'ADMIN', 'session:user.nobodyReadsCases'],
    ['prison', 'ADMIN', 'DIRECTOR', 'session:user.nobodyWritesCases'],
    ['probation', 'PROBATION_OFFICER', 'PROBATION_OFFICER', undefined],
    ['probation', 'PROBATION_OFFICER', 'ADMIN', undefined],
    ['probation', 'ADMIN', 'ADMIN', 'session:user.nobodyReadsCases'],
  ] as const)('in a %s, %s with %s: %s', (kind, first, second, problem) => expect(pairProblem(kind, [first, second])).toBe(problem));

  it('can be chosen so that a workplace can start, whatever the kind', () => {
    for (const kind of ['prison', 'probation'] as const) {
      const pairs = rolesOffered[kind].flatMap((first) => rolesOffered[kind].map((second) => pairProblem(kind, [first, second])));
      expect(pairs).toContain(undefined);
    }
  });

  it('says in words what an empty form lacks', () => {
    const issues = userForm([]).safeParse({ name: '', password: 'trei căprioare albastre' }).error?.issues;
    expect(issues?.map(({ message }) => message)).toEqual(['session:user.nameMissing', 'session:user.roleMissing']);
    expect(KindForm.safeParse({}).error?.issues[0]?.message).toBe('session:kind.missing');
  });

  it.each([
    ['scurtă', 'refusals:password.tooShort?min=15'],
    ['aaaaaaaaaaaaaaa', 'refusals:password.tooUniform'],
    ['Ana Ionescu 1990', 'refusals:password.ownName'],
    ['trei căprioare albastre', undefined],
  ])('password %s: %s', (password, message) => {
    const issues = userForm(['Penitenciarul Timișoara']).safeParse({ name: 'Ana Ionescu', role: 'EDUCATOR', password }).error?.issues;
    expect(issues?.[0]?.message).toBe(message);
  });
});

it('orders a workplace only when every question is answered, without empty address and telephone', () => {
  const user = (name: string) => ({ name, role: 'EDUCATOR' as const, password: 'trei căprioare albastre' });
  const draft = {
    kind: 'prison' as const,
    service: { serviceName: 'Penitenciarul Timișoara', address: '', phone: '' },
    place: { timeZone: 'Europe/Bucharest', documentLanguage: 'ro' as const },
    users: [user('Ana'), user('Mihai')],
  };
  const order = workplaceOf(draft);
  expect(CreateWorkplace.parse(order)).toEqual(order);
  expect(order).not.toHaveProperty('address');
  expect(workplaceOf({ ...draft, users: [user('Ana')] })).toBeUndefined();
  const { service: _left, ...withoutService } = draft;
  expect(workplaceOf(withoutService)).toBeUndefined();
});

it('reads the groups of a code as they are printed or typed', () => {
  expect(codeGroups('8K2M-PQ7X 4RTW').map(({ group }) => group)).toEqual(['8K2M', 'PQ7X', '4RTW']);
});

it('lists every time zone once, the own one first, with names a person can read', () => {
  const zones = timeZones('America/New_York');
  expect(zones[0]).toEqual({ id: 'America/New_York', label: 'America/New York' });
  expect(zones.slice(1, 3).map(({ id }) => id)).toEqual(['Europe/Bucharest', 'Europe/Rome']);
  expect(new Set(zones.map(({ id }) => id)).size).toBe(zones.length);
});

it.each([
  ['educator and coordinator', ['EDUCATOR', 'COORDINATOR'] as const, undefined],
  ['two officers', ['PROBATION_OFFICER', 'PROBATION_OFFICER'] as const, 0],
  ['administrator and officer', ['ADMIN', 'PROBATION_OFFICER'] as const, 1],
  ['nobody for the cases: refused anyway', ['ADMIN', 'ADMIN'] as const, undefined],
  ['not chosen yet', ['PROBATION_OFFICER', undefined] as const, undefined],
])('who also runs the office: %s', (_name, roles, who) => {
  expect(whoRunsOffice(roles)).toBe(who);
});
