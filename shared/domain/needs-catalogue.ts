import { z } from 'zod';
import type { NeedDomain } from './needs.ts';

/**
 * The needs asked one by one in a long round. Seed of the field reference, as corrected by a practitioner; their labels
 * are `catalogue.<code>` of the `needs` texts. A code keeps its meaning for ever: old rounds speak in it.
 */
export const NeedCode = z.enum([
  'ACC_NOWHERE', 'ACC_KEEP', 'ACC_ARREARS', 'ACC_SOCIAL', 'ACC_UNSAFE', 'ACC_OTHER',
  'DOC_ID', 'DOC_BIRTH', 'DOC_RESIDENCE', 'DOC_TAX', 'DOC_HEALTH', 'DOC_PERMIT', 'DOC_DIPLOMA', 'DOC_OTHER',
  'FIN_BENEFIT', 'FIN_PENSION', 'FIN_BANK', 'FIN_DEBT', 'FIN_FINES', 'FIN_BUDGET', 'FIN_CLOTHES', 'FIN_OTHER',
  'EMP_REGISTER', 'EMP_CV', 'EMP_DISCLOSE', 'EMP_PREVIOUS', 'EMP_OFFER', 'EMP_LICENCE', 'EMP_OTHER',
  'EDU_LITERACY', 'EDU_LANGUAGE', 'EDU_SCHOOL', 'EDU_VOCATIONAL', 'EDU_DIGITAL', 'EDU_CONTINUE', 'EDU_LDD', 'EDU_OTHER',
  'HEA_GP', 'HEA_APPT', 'HEA_MEDS', 'HEA_MENTAL', 'HEA_DAILY', 'HEA_OTHER',
  'SUB_TREAT', 'SUB_OVERDOSE', 'SUB_ALCOHOL', 'SUB_GAMBLING', 'SUB_OTHER',
  'FAM_CHILDREN', 'FAM_MEDIATE', 'FAM_CARE', 'FAM_TELL', 'FAM_OTHER',
  'ATT_EMOTION', 'ATT_THINK', 'ATT_VICTIM', 'ATT_OTHER',
  'COM_MENTOR', 'COM_LEISURE', 'COM_PEERS', 'COM_FAITH', 'COM_OTHER',
  'LEG_OBLIG', 'LEG_PENDING', 'LEG_CIVIL', 'LEG_REHAB', 'LEG_OTHER',
  // SPE_RESIDENCE: the right to stay, not a nationality, which is no need
  'SPE_VICTIM', 'SPE_THREAT', 'SPE_CARELEAVER', 'SPE_RESIDENCE', 'SPE_DISABILITY', 'SPE_OTHER',
]); // prettier-ignore
export type NeedCode = z.infer<typeof NeedCode>;

const prefixes: Readonly<Record<NeedDomain, string>> = {
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

/** The needs of a domain in the order they are asked; the last one is "another need". */
export const needsIn = (domain: NeedDomain): readonly NeedCode[] => NeedCode.options.filter((code) => code.startsWith(prefixes[domain]));

/** Whether the code stands for what the catalogue does not name: then it is said in words. */
export const isOther = (code: NeedCode): boolean => code.endsWith('_OTHER');
