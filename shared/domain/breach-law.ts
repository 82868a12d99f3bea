import type { Jurisdiction } from './holidays.ts';

/** Whom the law names: data, not code. Names of authorities and laws are not translated. */
interface BreachLaw {
  /** undefined: no country was chosen, the screen says "the supervisory authority" */
  readonly authority: string | undefined;
  readonly laws: readonly string[];
}

/** Both sets of rules give 72 hours: which of them applies depends on why the data are kept. */
const everywhere = ['Regulation (EU) 2016/679, art. 33–34', 'Directive (EU) 2016/680, art. 30–31'] as const;

export const breachLaw: Readonly<Record<Jurisdiction, BreachLaw>> = {
  IT: { authority: 'Garante per la protezione dei dati personali', laws: ['Regolamento (UE) 2016/679, artt. 33–34', 'D.Lgs. 51/2018 (direttiva (UE) 2016/680, artt. 30–31)'] },
  RO: { authority: 'ANSPDCP', laws: ['Regulamentul (UE) 2016/679, art. 33–34', 'Legea nr. 363/2018 (Directiva (UE) 2016/680, art. 30–31)'] },
  GENERAL: { authority: undefined, laws: everywhere },
};
