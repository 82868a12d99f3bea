import type { BatchPaper } from '../../../shared/contract/batches.ts';
import { Language } from '../../../shared/domain/base.ts';
import type { Paper } from '../documents/paper.ts';

const names = {
  'custody-slip': ['documents:screen.slip', 'documents:screen.slipFile'],
  'covering-letter': ['enums:documentKind.covering-letter', 'documents:screen.letterFile'],
} as const;

/** A paper that goes with a medium of several envelopes. */
export const batchPaper = (batch: string, paper: BatchPaper): Paper => ({
  title: names[paper][0],
  languages: Language.options,
  look: (client, language, signal) => client.batches.preview({ batch, paper, language }, { signal }),
  save: (client, language, file) => client.batches.save({ batch, paper, language, file }),
  print: (client, previewId, pages) => client.batches.print({ previewId, pages }),
  fileName: names[paper][1],
});
