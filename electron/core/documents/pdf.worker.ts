import { serveJob } from '../worker-job.ts';
import { definitionOf } from './definition.ts';
import { makePdf } from './make-pdf.ts';
import type { DocumentRequest } from './types.ts';

serveJob((request: DocumentRequest, progress) => makePdf(definitionOf(request), progress));
