import { useSession } from '../../app/session-context.tsx';
import { EnvelopesPage } from './envelopes-page.tsx';
import { ReceiptsPage } from './receipts-page.tsx';

/** What comes in: a probation office opens hand-overs, a prison takes in the answers to its own. */
export const ArrivalsPage = () => {
  const { status } = useSession();
  return status.workplace?.kind === 'prison' ? <ReceiptsPage /> : <EnvelopesPage />;
};
