import { folded, type LegalPosition } from '../people.ts';

/** Words of the registers, first match wins; editable by whoever knows better. */
const WORDS: readonly (readonly [RegExp, LegalPosition])[] = [
  [/\bmist[oi]\b/u, 'MIXED'],
  [/non definitiv|appellant|ricorrent|prima instanta|nedefinitiv|not final|\bapel\b/u, 'CONVICTED_NOT_FINAL'],
  [/attesa di primo giudizio|imputat|giudicabil|arest|preventiv|remand|custodia cautelare/u, 'ON_REMAND'],
  [/misura alternativa|affidament|detenzione domiciliare|alternative measure/u, 'ALTERNATIVE_MEASURE'],
  [/internat[oi]\b|misura di sicurezza|internat medical|security measure/u, 'SECURITY_MEASURE'],
  [/\binternat\b|centru educativ|centru de detentie|masura educativa|educative/u, 'EDUCATIVE_MEASURE'],
  [/definitiv|condamnat|condannat|sentenced|convicted/u, 'SENTENCED'],
  [/dimess[oi]|\bliberat|scarcerat|released/u, 'RELEASED'],
];

/** The legal position a register's word stands for, or undefined: then the row says so and the field stays empty. */
export const legalPositionOf = (text: string): LegalPosition | undefined => {
  const word = folded(text);
  return WORDS.find(([pattern]) => pattern.test(word))?.[1];
};
