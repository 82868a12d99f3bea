import { z } from 'zod';
import type { NeedDomain } from './needs.ts';

/**
 * A need that can be asked by itself. Which ones there are, and their words, stand in the question forms (`needs-form.ts`);
 * a code keeps its meaning for ever: old rounds speak in it.
 */
export const NeedCode = z.string().regex(/^[A-Z]{3}_[A-Z][A-Z0-9_]{1,23}$/, { error: 'not a code such as DOC_ID' });
export type NeedCode = z.infer<typeof NeedCode>;

/** How the codes of a domain begin. */
export const codePrefix: Readonly<Record<NeedDomain, string>> = {
  ACCOMMODATION: 'ACC_',
  IDENTITY_DOCS: 'DOC_',
  FINANCE: 'FIN_',
  EMPLOYMENT: 'EMP_',
  EDUCATION: 'EDU_',
  HEALTH: 'HEA_',
  SUBSTANCE_USE: 'SUB_',
  FAMILY: 'FAM_',
  ATTITUDES: 'ATT_',
  COMMUNITY: 'COM_',
  LEGAL: 'LEG_',
  SPECIFIC: 'SPE_',
};

/** Whether the code stands for what the catalogue does not name: then it is said in words. */
export const isOther = (code: NeedCode): boolean => code.endsWith('_OTHER');
