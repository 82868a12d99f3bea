import { describe, expect, it } from 'vitest';
import { columnKeys, detectColumns, mappingOf, missingTargets, registerSignature } from './detect-columns.ts';

const roles = (...headers: string[]): (string | null)[] => {
  const found = detectColumns(headers);
  return found.ok ? found.value.map(({ target, skipped }) => target ?? `(${skipped})`) : [found.refusal.code];
};

describe('headers in three languages', () => {
  it.each([
    ['Nr. matricol', 'code'],
    ['Nr.matricol', 'code'],
    ['Matricola', 'code'],
    ['Numero matricola', 'code'],
    ['Prison number', 'code'],
    ['Cognome e nome', 'fullName'],
    ['COGNOME/NOME', 'fullName'],
    ['Numele şi prenumele', 'fullName'],
    ['Data naşterii', 'birthDate'],
    ['Data di nascita', 'birthDate'],
    ['Date of birth', 'birthDate'],
    ['Data depunerii', 'admissionDate'],
    ['Data ingresso', 'admissionDate'],
    ['Data propunerii LC', 'commissionDate'],
    ['Data expirării', 'endDate'],
    ['Fine pena', 'endDate'],
    ['Secţia', 'unit'],
    ['Sezione', 'unit'],
    ['Regim', 'regime'],
    ['Posizione giuridica', 'legalPosition'],
    ['Studii', 'education'],
    ['Titolo di studio', 'education'],
    ['Domiciliu', 'municipality'],
    ['Cetăţenie', 'citizenship'],
    ['Nazionalità', 'citizenship'],
    ['Nationality', 'citizenship'],
  ])('%s is %s', (header, target) => {
    expect(roles(header)).toEqual([target]);
  });

  it.each([
    ['Reato', 'OFFENCE'],
    ['Titolo di reato', 'OFFENCE'],
    ['Infracţiunea', 'OFFENCE'],
    ['Încadrare juridică', 'OFFENCE'],
    ['Offence', 'OFFENCE'],
    ['Pericolosità', 'DANGER'],
    ['Grad de risc', 'DANGER'],
    ['Periculozitate', 'DANGER'],
    ['Limba maternă', 'LANGUAGE'],
    ['Lingua', 'LANGUAGE'],
    ['Mother tongue', 'LANGUAGE'],
    ['Religia', 'BELIEF_OR_ORIGIN'],
    ['Etnie', 'BELIEF_OR_ORIGIN'],
    ['Naţionalitate', 'BELIEF_OR_ORIGIN'], // in Romanian: ethnic origin, not citizenship
    ['Diagnostic', 'HEALTH'],
    ['Stare de sănătate', 'HEALTH'],
    ['Vittima', 'VICTIM'],
    ['Sancţiuni disciplinare', 'DISCIPLINE'],
    ['CNP', 'PERSONAL_NUMBER'],
    ['Codice fiscale', 'PERSONAL_NUMBER'],
    ['Observaţii', 'UNKNOWN'],
    ['', 'UNKNOWN'],
  ])('%s is skipped: %s', (header, reason) => {
    expect(roles(header)).toEqual([`(${reason})`]);
  });

  it('tells the two meanings of a name column from its neighbours', () => {
    expect(roles('Nume', 'Prenume')).toEqual(['familyName', 'givenName']);
    expect(roles('Nume', 'Secția')).toEqual(['fullName', 'unit']);
    expect(roles('Cognome', 'Nome')).toEqual(['familyName', 'givenName']);
    expect(roles('Surname', 'Name')).toEqual(['familyName', 'givenName']);
    expect(roles('Name', 'Unit')).toEqual(['fullName', 'unit']);
  });

  it('reads one target once', () => {
    expect(roles('Matricola', 'Cod')).toEqual(['code', '(TAKEN)']);
  });

  it('says what no row can do without', () => {
    const found = detectColumns(['Secția', 'Regim']);
    expect(found.ok && missingTargets(found.value)).toEqual(['code', 'fullName', 'birthDate']);
  });
});

describe('a corrected or remembered mapping', () => {
  const headers = ['Matricola', 'Chi', 'Nato', 'Lingua', 'Reato'];

  it('goes before the detection, and what it does not name is detected', () => {
    const found = detectColumns(headers, { chi: 'fullName', nato: 'birthDate' });
    expect(found.ok && found.value.map(({ target }) => target)).toEqual(['code', 'fullName', 'birthDate', null, null]);
  });

  it('may read a language, but only as the language of an interpreter', () => {
    const found = detectColumns(headers, { lingua: 'interpreterLanguage' });
    expect(found.ok && found.value[3]?.target).toBe('interpreterLanguage');
    expect(detectColumns(headers, { lingua: 'education' })).toEqual({ ok: false, refusal: { code: 'REGISTER_SENSITIVE_COLUMN', params: { column: 4 } } });
  });

  it('never reads an offence', () => {
    expect(detectColumns(headers, { reato: 'education' })).toMatchObject({ ok: false, refusal: { code: 'REGISTER_SENSITIVE_COLUMN' } });
    const found = detectColumns(headers);
    expect(found.ok && found.value[4]?.choices).toEqual([]);
  });

  it('never gives one target twice', () => {
    expect(detectColumns(headers, { chi: 'code', nato: 'code' })).toMatchObject({ ok: false, refusal: { code: 'REGISTER_TARGET_TWICE' } });
  });

  it('takes a target away from the column that was detected for it', () => {
    const found = detectColumns(['Matricola', 'Chi'], { chi: 'code' });
    expect(found.ok && found.value.map(({ target, skipped }) => target ?? skipped)).toEqual(['TAKEN', 'code']);
  });

  it('is remembered as it was read', () => {
    const found = detectColumns(headers, { chi: 'fullName', matricola: 'SKIP' });
    const mapping = found.ok ? mappingOf(found.value, 'DMY') : undefined;
    expect(mapping?.columns).toEqual({ matricola: 'SKIP', chi: 'fullName', nato: 'SKIP', lingua: 'SKIP', reato: 'SKIP' });
  });
});

describe('recognising a register again', () => {
  it('does not mind case and diacritics, but does mind other columns', () => {
    expect(registerSignature(['Secţia', 'NUME'])).toBe(registerSignature(['secția', 'Nume']));
    expect(registerSignature(['Secţia', 'Nume'])).not.toBe(registerSignature(['Nume', 'Secţia']));
  });

  it('keeps columns with one header, or none, apart', () => {
    expect(columnKeys(['Data', 'data', '', ''])).toEqual(['data', 'data #2', '#3', '#4']);
  });
});
