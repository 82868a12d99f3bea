import type { CaseFile } from '../../../../shared/domain/casefile.ts';
import type { ToldCase } from '../../../../shared/domain/import-rules.ts';
import type { Mandate } from '../../../../shared/domain/mandate.ts';
import { toldByTransfer } from '../../../../shared/domain/transfer-arrives.ts';
import type { Transfer } from '../../../../shared/domain/transfer.ts';
import type { OpenedEnvelope } from '../../envelope/open.ts';
import type { Work } from '../work.ts';
import { caseIn } from './read-case.ts';
import { transferIn } from './read-transfer.ts';

/** What an envelope tells of a person: a case file, or a whole case from another prison. */
export interface ToldIn {
  /** by which somebody here is looked for and compared */
  readonly told: ToldCase;
  readonly mandate: Mandate;
  readonly unknown: readonly string[];
  readonly raw: unknown;
  readonly caseFile?: CaseFile;
  readonly transfer?: Transfer;
}

/** @throws EnvelopeError as `caseIn` and `transferIn` */
export const toldIn = async (work: Work, envelope: OpenedEnvelope): Promise<ToldIn> => {
  if (envelope.header.kind === 'transfer') {
    const { transfer, unknown, raw } = await transferIn(work, envelope);
    return { told: toldByTransfer(transfer), mandate: { kind: 'TRANSFER', ...transfer.order }, unknown, raw, transfer };
  }
  const { caseFile, unknown, raw } = await caseIn(work, envelope);
  return { told: caseFile, mandate: caseFile.mandate, unknown, raw, caseFile };
};

/** Whom an envelope is about, by the id of its sender. @throws as `toldIn` */
export const personIn = async (work: Work, envelope: OpenedEnvelope): Promise<string> => (await toldIn(work, envelope)).told.person.id;
