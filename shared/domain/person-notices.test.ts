import { describe, expect, it } from 'vitest';
import { jurisdictions } from '../jurisdictions/index.ts';
import type { Movement } from './custody.ts';
import type { Decision, Person, ReleaseDate, ReleaseDateKind } from './people.ts';
import { noticesOf, revokedNotices } from './person-notices.ts';

const TODAY = '2026-11-22';
const date = (kind: ReleaseDateKind, day: string, over: Partial<ReleaseDate> = {}): ReleaseDate => ({ id: kind, kind, date: day, certainty: 'DECIDED', source: 'act 1', setOn: '2026-01-01', setBy: 'x', ...over });
const moved = (kind: Movement['kind'], on: string, over: Partial<Movement> = {}): Movement => ({ id: kind, kind, on, source: 'order', setBy: 'x', ...over });
const decision = (state: Decision['state'], on: string, newTerm?: string): Decision => ({ id: 'd', state, openedOn: on, history: [{ state, on, by: 'x', source: 'PV', ...(newTerm === undefined ? {} : { newTerm }) }] });
const told = (over: Partial<Person>) => noticesOf({ status: 'ACTIVE', releaseDates: [], decisions: [], ...over }, TODAY, jurisdictions.of('RO').holidays);

describe('what to know first', () => {
  it.each<[string, Partial<Person>, object[]]>([
    ['nothing', {}, []],
    ['a commission whose outcome nobody entered', { releaseDates: [date('COMMISSION', '2026-11-20')] }, [{ type: 'OUTCOME_NOT_ENTERED', kind: 'COMMISSION', date: '2026-11-20' }]],
    ['not a commission that is today', { releaseDates: [date('COMMISSION', TODAY)] }, []],
    ['not one that was recorded', { releaseDates: [date('COMMISSION', '2026-11-20')], decisions: [decision('PROPOSED', '2026-11-20')] }, []],
    ['nothing of a commission after release', { status: 'RELEASED_FOLLOW_UP', releaseDates: [date('COMMISSION', '2026-11-20')] }, []],
    ['the pause after a postponement', { decisions: [decision('POSTPONED', '2026-11-20', '2027-02-01')] }, [{ type: 'POSTPONED', newTerm: '2027-02-01' }]],
    ['a new term that came and has no outcome', { decisions: [decision('POSTPONED', '2026-06-20', '2026-11-01')] }, [{ type: 'OUTCOME_NOT_ENTERED', kind: 'NEW_TERM', date: '2026-11-01' }]],
    ['a Friday evening', { releaseDates: [date('END_OF_SENTENCE', '2026-12-11', { time: '19:30' })] }, [{ type: 'RELEASE_DAY', date: '2026-12-11', time: '19:30', risk: 'FRIDAY' }]],
    ['an evening in the week', { releaseDates: [date('END_OF_SENTENCE', '2026-12-09', { time: '16:00' })] }, [{ type: 'RELEASE_DAY', date: '2026-12-09', time: '16:00' }]],
    ['no morning in the week', { releaseDates: [date('END_OF_SENTENCE', '2026-12-09', { time: '09:00' })] }, []],
    ['no Friday that is only a commission', { releaseDates: [date('COMMISSION', '2026-12-11')] }, []],
    ['no Friday a year away', { releaseDates: [date('END_OF_SENTENCE', '2027-12-10')] }, []],
    [
      'two prohibitions of one act as one, and none that ended',
      {
        contactBans: [
          { id: 'a', kind: 'NO_CONTACT', act: 'S 1/2023', until: '2027-01-01' },
          { id: 'b', kind: 'NO_APPROACH', act: 'S 1/2023', until: '2027-01-01' },
          { id: 'c', kind: 'NO_PLACES', act: 'S 2/2023' },
          { id: 'd', kind: 'NO_PLACES', act: 'S 3/2020', until: '2026-11-21' },
        ],
      },
      [
        { type: 'CONTACT_BAN', kinds: ['NO_CONTACT', 'NO_APPROACH'], act: 'S 1/2023', until: '2027-01-01' },
        { type: 'CONTACT_BAN', kinds: ['NO_PLACES'], act: 'S 2/2023' },
      ],
    ],
    ['a permit that ends soon', { permitUntil: '2027-02-20' }, [{ type: 'PERMIT', until: '2027-02-20', passed: false }]],
    ['a permit that has ended', { permitUntil: '2026-11-21' }, [{ type: 'PERMIT', until: '2026-11-21', passed: true }]],
    ['no permit that holds', { permitUntil: '2027-02-21' }, []],
    ['who is away, and overdue', { status: 'AWAY', movements: [moved('COURT', '2026-11-10', { place: 'T', expectedReturn: '2026-11-20' })] }, [{ type: 'AWAY', kind: 'COURT', on: '2026-11-10', place: 'T', expectedReturn: '2026-11-20', late: true }]],
    ['who came back from a transfer', { movements: [moved('TRANSFER', '2026-09-01', { place: 'P' }), moved('RETURN', '2026-11-01')] }, [{ type: 'RETURNED', on: '2026-11-01', place: 'P' }]],
    ['not who came back from court', { movements: [moved('COURT', '2026-11-01'), moved('RETURN', '2026-11-02')] }, []],
    ['not who came back long ago', { movements: [moved('TRANSFER', '2026-01-01'), moved('RETURN', '2026-10-22')] }, []],
    ['that no service waits', { afterRelease: 'UNSUPERVISED' }, [{ type: 'UNSUPERVISED' }]],
  ])('%s', (_name, over, expected) => expect(told(over)).toEqual(expected));
});

it('what a sender asked not to use is said until it is deleted', () => {
  const one = { senderName: 'Penitenciar', reference: 'T-1', caseFile: {}, revoked: { envelopeId: '', tagManifestSha256: '', on: '2026-11-20', at: '2026-11-20T08:00:00Z' } };
  const { revoked: _revoked, ...standing } = one;
  const { caseFile: _caseFile, ...deleted } = one;
  expect(revokedNotices([one, standing, deleted])).toEqual([{ type: 'CASE_REVOKED', sender: 'Penitenciar', reference: 'T-1', on: '2026-11-20' }]);
});
