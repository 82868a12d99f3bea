import type { ReactNode } from 'react';
import { isCopy, type PersonStatus } from '../../../shared/domain/person-machine.ts';
import { ClosedCaseContext } from '../../app/session-context.tsx';

/** What may be done with a case, below here: of a copy that another prison goes on with nothing that would change it is offered. */
export const OpenCase = ({ status, children }: { readonly status: PersonStatus; readonly children: ReactNode }) => <ClosedCaseContext value={isCopy(status)}>{children}</ClosedCaseContext>;
