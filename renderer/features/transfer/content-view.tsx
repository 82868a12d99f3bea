import type { Handover } from '../../../shared/domain/handover.ts';
import { CaseView } from '../handover/case-view.tsx';
import { TransferView } from './transfer-view.tsx';

/** What a hand-over holds, as it was sealed: a case file, or a whole case for another prison. */
export const ContentView = ({ content }: { readonly content: Handover['caseFile'] }) => (content.format === 'varco-case' ? <CaseView caseFile={content} /> : <TransferView transfer={content} />);
