import { folded } from '../people.ts';
import type { RegisterTarget, SkipReason } from './schemas.ts';

/** Folded headers (ro, it, en) of what is never read by itself. Looked at first: a wrong skip is seen, a wrong import is not. */
const SENSITIVE: readonly (readonly [RegExp, SkipReason])[] = [
  [/\bvictim|\bvittim|parte vatamata|persona offesa|injured party/u, 'VICTIM'],
  [/\breat[oi]\b|imputazion|infractiun|\bfapt[ae]|offen[cs]e|\bcrime|delitt|incadrare|\bart(?:icol\w*)? (?:cp|c p|noul cod)/u, 'OFFENCE'],
  [/pericol|pericul|danger|\bris[ck]\w*|rischio|evasion|evadare|escape|sorveglianza particolare|siguranta sporita/u, 'DANGER'],
  [/\blimb[aii]\b|\blingu[ae]\b|\blanguage|tongue|limba materna/u, 'LANGUAGE'],
  [/religi|\bcult(?:ul|o)?\b|confesiun|confession|\bfede\b|faith|etni|ethnic|\bras[ae]\b|\brazza\b|\brace\b|nationalitatea?\b|origin/u, 'BELIEF_OR_ORIGIN'],
  [/diagno|sanatat|salute|sanitar|health|\bboal|\bboli\b|malatt|\bhiv\b|terapi|tossic|dependent|disabil|handicap|medical|medic[io]\b/u, 'HEALTH'],
  [/sanctiun|disciplin|sanzion/u, 'DISCIPLINE'],
  [/\bcnp\b|codice fiscale|personal(?: identification)? number|cod numeric personal|\bssn\b/u, 'PERSONAL_NUMBER'],
];

const TARGETS: readonly (readonly [RegExp, RegisterTarget])[] = [
  [/^(?:(?:nr|n|no|num|numar|numarul|numero)? ?(?:de )?matric(?:ol|ola|olul|olei|ula)|matr|cod|cod detinut|codice|code|id|(?:register|prison|prisoner|inmate|reference) (?:number|no|id))$/u, 'code'],
  [/^(?:cognome(?: e)? nome|nominativo|nume(?:le)?(?: si)? prenume(?:le)?|full name|name|surname(?: and)?(?: first)? name|detenuto|detinut(?:ul)?|persoana|person)$/u, 'fullName'],
  [/^(?:cognome|nume(?:le)?(?: de familie)?|surname|family name|last name)$/u, 'familyName'],
  [/^(?:nome|prenume(?:le)?|given names?|first names?|forenames?)$/u, 'givenName'],
  [/^(?:data (?:de |di )?nast(?:erii|ere)|nascut(?:a)?(?: la| in)?|data nascita|data di nascita|nato(?: a)? il|nascita|date of birth|birth ?date|dob|born(?: on)?)$/u, 'birthDate'],
  [/^(?:data (?:depunerii|incarcerarii|primirii)(?: in penitenciar)?|data (?:di |d )?ingresso|ingresso|data inizio (?:detenzione|pena)|admission(?: date)?|date of admission|admitted(?: on)?|received(?: on)?)$/u, 'admissionDate'],
  [/^(?:data (?:propunerii|propunere)(?: lc| liberarii conditionate)?|propunere lc|data (?:comisiei|analizarii|discutarii|sedintei lc)(?: lc)?|lc|commission(?: date)?|(?:parole|board)(?: eligibility)? date)$/u, 'commissionDate'],
  [/^(?:data (?:expirarii|expirare)(?: pedepsei)?|expirare(?:a pedepsei)?|sfarsitul pedepsei|(?:data )?fine pena|scadenza pena|end of sentence|sentence (?:end|expiry)(?: date)?|expiry date|release date)$/u, 'endDate'],
  [/^(?:secti[ae]|sectia de detinere|sezione|reparto|unit|wing|block|ward)$/u, 'unit'],
  [/^(?:regim(?:ul)?(?: de (?:executare|detentie))?|regime(?: detentivo)?)$/u, 'regime'],
  [/^(?:posizione giuridica|pos giur(?:idica)?|situati[ae] juridica|statut(?:ul)? juridic|stare juridica|legal (?:position|status))$/u, 'legalPosition'],
  [/^(?:studii|nivel(?:ul)?(?: de)? studii(?:lor)?|titolo di studio|istruzione|education(?: level)?)$/u, 'education'],
  [/^(?:domiciliul?|localitatea?(?: de domiciliu)?|resedinta|residenza|comune(?: di residenza)?|domicilio|municipality|town|residence)$/u, 'municipality'],
  [/^(?:cetateni[ae]|cittadinanza|nazionalita|citizenship|nationality)$/u, 'citizenship'],
];

export interface HeaderMeaning {
  readonly target?: RegisterTarget;
  readonly sensitive?: SkipReason;
}

/** What a header stands for in the three languages of the registers; nothing when it is not known. */
export const headerMeaning = (header: string): HeaderMeaning => {
  const name = folded(header);
  if (name === '') return {};
  const sensitive = SENSITIVE.find(([pattern]) => pattern.test(name))?.[1];
  if (sensitive !== undefined) return { sensitive };
  const target = TARGETS.find(([pattern]) => pattern.test(name))?.[1];
  return target === undefined ? {} : { target };
};
