import { ZipFile } from 'yazl';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { canonicalHash } from '../../electron/core/canonical.ts';
import { richCaseFile } from '../../electron/core/documents/testing/case-file.ts';
import type { CaseFile } from '../../shared/domain/casefile.ts';
import { planFromCase } from '../../shared/domain/import-rules.ts';
import { frozenPart } from '../../shared/domain/plan-rules.ts';
import { supplemented } from '../../shared/domain/supplement.ts';

/** Ids of what the samples are about; nobody in them exists. */
export const id = (no: number): string => `0192a000-0000-7000-8000-${String(no).padStart(12, '0')}`;
export const ABOUT = { envelopeId: id(7), tagManifestSha256: 'b'.repeat(64) };

const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** A case as a prison seals it, with the hash of what the person agreed to. */
export const caseOf = (senderId: string): CaseFile => {
  const draft: CaseFile = { ...richCaseFile, sender: { ...richCaseFile.sender, serviceId: senderId } };
  return { ...draft, plan: { ...draft.plan, contentHash: canonicalHash(frozenPart(planFromCase(draft))) } };
};

/** What changed of that case in its last days. */
export const supplementOf = (before: CaseFile): Buffer => {
  const changes = { changed: { dataAsOf: '2026-11-23', dates: before.dates.slice(1), learning: [] }, removed: ['departure'] };
  return bytes({ format: 'varco-supplement', version: 1, supplements: ABOUT, dataAsOf: '2026-11-23', caseVersion: 1, ...changes, caseHash: canonicalHash(supplemented(before, changes)) });
};

export const noticeSample = bytes({ format: 'varco-notice', version: 1, revokes: ABOUT, reference: 'RB-2026-000041', reason: 'WRONG_PERSON', at: '2026-11-22T10:00:00Z' });

export const receiptSample = bytes({ format: 'varco-receipt', version: 1, answers: ABOUT, decision: 'REJECTED', reason: 'NOT_OURS', registrationNumber: '12/2026', at: '2026-11-22T10:00:00Z' });

export const namedReturn = bytes({
  format: 'varco-return', version: 1, dataAsOf: '2026-11-22', named: true, answers: ABOUT, ground: 'FOLLOW_UP',
  reports: [{
    id: id(8), checkpoint: 'DAY_30', observedOn: '2026-11-20', firstAppointment: 'KEPT',
    answers: { accommodation: 'SETTLED', occupation: 'LOOKING', compliance: 'COMPLIES', treatment: 'NOT_PLANNED', family: 'UNKNOWN', custody: 'NO', unknownReason: 'NOT_ASKED' },
    goals: [{ objectiveId: id(9), status: 'ACHIEVED', on: '2026-11-20' }],
  }],
});
export const countedReturn = bytes({ format: 'varco-return', version: 1, dataAsOf: '2026-11-22', named: false, counts: [{ checkpoint: 'DAY_30', people: 12, answers: { custody: { NO: 7, YES: 5 } } }] });

/** A transfer: the frame is read by the same rules whatever is in it. */
export const transferSample = bytes({
  format: 'varco-transfer', version: 1, dataAsOf: '2026-11-22',
  sender: { serviceId: id(1), name: 'Penitenciarul Exemplu' }, recipient: { serviceId: id(2), name: 'Penitenciarul Test' }, order: { act: 'dispoziția 7/2026', date: '2026-11-20' },
  person: { id: id(3), v: 1, createdAt: '2026-11-20T10:00:00Z', createdBy: id(4), updatedAt: '2026-11-20T10:00:00Z', updatedBy: id(4), type: 'person', code: 'TM-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01', status: 'ACTIVE', releaseDates: [], decisions: [] },
  rounds: [], needs: [], contents: [], progress: [], learning: richCaseFile.learning, obligations: [], appointments: [], applications: [], lists: [], choices: [], otherPeople: [],
  notIncluded: [{ what: 'NOTES', why: 'WITHHELD_BY_RULE' }],
});

/** Registers as the tests of the reader know them, cut to a size that many of them can be read. */
export const registerSamples = (root: string): readonly Buffer[] =>
  ['ro-register-export', 'it-register-export'].map((name) => readFileSync(`${root}/tests/fixtures/${name}.csv`)).map((file) => file.subarray(0, file.indexOf('\n', 2500) + 1));

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A small workbook. */
export const workbook = async (): Promise<Buffer> => {
  const zip = new ZipFile();
  const cell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (no: number, texts: readonly string[]): string => `<row r="${no}">${texts.map((text, at) => cell(`${'ABCDE'[at] ?? 'Z'}${no}`, text)).join('')}</row>`;
  const files = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="S1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${row(1, ['Matricola', 'Cognome', 'Nome', 'Data di nascita', 'Fine pena'])}${row(2, ['20000', 'Esempio', 'Anna', '01/02/1980', '01/02/2030'])}</sheetData></worksheet>`,
  };
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name, { mtime: new Date(1980, 0, 1), compress: name !== 'xl/worksheets/sheet1.xml' });
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream & AsyncIterable<Buffer>);
};
