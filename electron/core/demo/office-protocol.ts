import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import type { AuditVerdict } from '../vault/types.ts';

/** What the prison's side may ask of the office's process: each step's argument and answer. */
export interface OfficeSteps {
  /** makes the workplace and writes its card into the folder */
  readonly create: (input: { readonly folder: string }) => Promise<{ cardFile: string; serviceId: string; fingerprint: string }>;
  /** takes the prison's card and trusts it by the fingerprint that was read out */
  readonly trust: (input: { readonly cardFile: string; readonly fingerprint: string }) => Promise<object>;
  /** opens, imports and answers an envelope */
  readonly receive: (input: { readonly envelope: string; readonly receipts: string }) => Promise<{ checks: ArrivalView['checks']; personId: string; receiptFile: string }>;
  /** the same envelope again: nothing changes, the same answer */
  readonly receiveAgain: (input: { readonly envelope: string }) => Promise<{ repeated: boolean; personId: string }>;
  /** the key that opens what is sealed to this demo office; never given out by a live one */
  readonly demoKey: (input: object) => Promise<{ identity: string }>;
  readonly verifyAudit: (input: object) => Promise<AuditVerdict>;
}
export type OfficeStep = keyof OfficeSteps;

export interface StepCall {
  readonly id: number;
  readonly step: OfficeStep;
  readonly input: unknown;
}
export type StepAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: { readonly name: string; readonly message: string; readonly code?: string } };
