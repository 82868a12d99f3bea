import type { Handover, HandoverStatus } from '../../../shared/domain/handover.ts';
import type { Tone } from '../../design/tag.tsx';

/** What has to happen to a hand-over next, as the person at the screen sees it. */
export type NextAct = 'prepare-again' | 'authorise' | 'wait' | 'write' | 'hand-over' | 'practised' | 'received' | 'accepted' | 'rejected' | 'lost' | 'none';

/** `user`: who is at the screen; `mayAuthorise`: whether their role lets them. */
export const nextAct = (handover: Pick<Handover, 'status' | 'preparedBy' | 'practice'>, user: string | undefined, mayAuthorise: boolean): NextAct => {
  switch (handover.status) {
    case 'DRAFT':
      return 'prepare-again';
    case 'CHECKED':
      return mayAuthorise && handover.preparedBy !== user ? 'authorise' : 'wait';
    case 'AUTHORISED':
      return 'write';
    case 'SEALED':
    case 'DISPATCHED':
    case 'EXPIRED':
      return handover.practice === true ? 'practised' : 'hand-over';
    case 'RECEIVED':
      return 'received';
    case 'ACCEPTED':
    case 'RETURNED':
      return 'accepted';
    case 'REJECTED':
      return 'rejected';
    case 'LOST':
      return 'lost';
    default:
      return 'none';
  }
};

/** The four acts in order, and how far this hand-over is: acts before `at` are done. */
export const acts = ['prepare', 'authorise', 'write', 'answer'] as const;

export const actsDone = ({ status, authorisation, envelope, receipt }: Pick<Handover, 'status' | 'authorisation' | 'envelope' | 'receipt'>): number => {
  if (status === 'DRAFT') return 0;
  if (status === 'CHECKED') return 1;
  if (status === 'AUTHORISED') return 2;
  // not sent after all
  if (envelope === undefined) return authorisation === undefined ? 1 : 2;
  return receipt === undefined && status !== 'RECEIVED' && status !== 'ACCEPTED' && status !== 'REJECTED' && status !== 'RETURNED' ? 3 : 4;
};

export const statusTone = (status: HandoverStatus): Tone => {
  if (status === 'ACCEPTED' || status === 'RECEIVED' || status === 'RETURNED') return 'done';
  if (status === 'REJECTED' || status === 'DRAFT' || status === 'LOST' || status === 'REVOKED') return 'warn';
  return status === 'CLOSED' || status === 'SUPERSEDED' ? 'plain' : 'accent';
};

/** The first groups of a SHA-256: enough to tell two files apart by eye. */
export const shortHash = (sha256: string): string => sha256.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ');
