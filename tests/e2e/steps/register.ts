import { writeFileSync } from 'node:fs';
import { addDays, type CivilDate } from '../../../shared/domain/dates.ts';

/** Somebody invented for one story; the dates follow from today. */
export interface Newcomer {
  readonly code: string;
  readonly family: string;
  readonly given: string;
}

const dotted = (date: CivilDate): string => date.split('-').toReversed().join('.');
const slashed = (date: CivilDate): string => date.split('-').toReversed().join('/');

/** Writes a register of two people as each country's system exports it: the end of the sentence is two months away. */
export const writeRegister = (file: string, country: 'ro' | 'it', people: readonly Newcomer[], today: CivilDate): void => {
  const end = addDays(today, 61);
  const lines =
    country === 'ro'
      ? [
          'Nr. matricol;Nume;Prenume;Data nașterii;Regim;Data depunerii;Data propunerii LC;Data expirării;Domiciliu;Studii;Limba maternă;Secția',
          ...people.map(({ code, family, given }) => `${code};${family.toUpperCase()};${given};14.03.1991;semideschis;10.06.2022;;${dotted(end)};Lugoj;10 clase;română;Secția 4`),
        ]
      : [
          'Matricola;Cognome e nome;Data di nascita;Nazionalità;Data ingresso;Fine pena;Posizione giuridica;Residenza;Titolo di studio;Lingua',
          ...people.map(({ code, family, given }) => `${code};${family}, ${given};14/03/1991;Italia;10/06/2022;${slashed(end)};definitivo;Napoli;diploma;italiano`),
        ];
  writeFileSync(file, `\uFEFF${lines.join('\r\n')}\r\n`);
};
