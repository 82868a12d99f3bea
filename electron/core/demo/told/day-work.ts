import { toldCaseCode } from '../../../../shared/domain/told-cases.ts';
import { addDays, type CivilDate } from '../../../../shared/domain/dates.ts';
import type { DemoWorkplace } from '../client.ts';
import type { DemoCountry } from '../countries.ts';
import { personWithCode } from '../story.ts';

/** Days until the coming sitting: the one that two of the told cases wait for. */
const SITTING = 33;

/** What an office has on its desk, in the language of its place. Everything is invented. */
const work = {
  ro: {
    sitting: { kind: 'COMMISSION', body: 'CONDITIONAL_RELEASE_COMMISSION', place: 'Sala de ședințe, etajul 1', source: 'Planificarea comisiei nr. 12', codes: ['TM-2024-1133', 'TM-2020-1182'] },
    open: { about: 'WORK', number: '214', text: 'Doresc să lucrez la bibliotecă. Am mai lucrat acolo anul trecut.' },
    answered: { about: 'DOCUMENTS', number: '198', text: 'Vă rog o copie a adeverinței de la curs.', answer: 'Copia este gata. O primiți de la educator împreună cu această foaie.' },
    appointment: { organisation: 'Serviciul de Probațiune Exemplu', purpose: 'prima întrevedere', place: 'Str. Probei nr. 2', phone: '0256 111 111', bring: ['actul de identitate', 'biletul de liberare'] },
    health: { organisation: 'Cabinetul de medicina familiei Exemplu', purpose: 'înscriere la medic', place: 'Str. Izvorului nr. 8' },
    application: { to: 'SPCLEP Exemplu', reference: 'E-331' },
    benefit: { to: 'Primăria Exemplu, asistență socială' },
  },
  it: {
    sitting: { kind: 'HEARING', body: 'SUPERVISORY_COURT', place: 'Aula 2', source: 'Avviso di udienza n. 12', codes: ['20000', '20091'] },
    open: { about: 'WORK', number: '214', text: 'Chiedo di lavorare in biblioteca. L’ho già fatto l’anno scorso.' },
    answered: { about: 'DOCUMENTS', number: '198', text: 'Chiedo una copia dell’attestato del corso.', answer: 'La copia è pronta. La riceve dall’educatore insieme a questo foglio.' },
    appointment: { organisation: 'UEPE Esempio', purpose: 'primo colloquio', place: 'Via della Prova 2', phone: '06 5550 111', bring: ['documento d’identità', 'attestazione di fine detenzione'] },
    health: { organisation: 'Ambulatorio Esempio', purpose: 'scelta del medico', place: 'Via della Fonte 8' },
    application: { to: 'Comune di Esempio, anagrafe', reference: 'E-331' },
    benefit: { to: 'INPS Esempio' },
  },
} as const;

interface Desk {
  readonly country: DemoCountry;
  readonly today: CivilDate;
  /** the person whose story the demonstration tells */
  readonly personId: string;
}

/** A coming sitting with people on its list, requests that wait, and appointments and applications of those who leave. */
export const tellDayWork = async (workplace: DemoWorkplace, { country, today, personId }: Desk): Promise<void> => {
  const { calls } = workplace;
  const { sitting, open, answered, appointment, health, application, benefit } = work[country];
  const { codes, ...held } = sitting;
  const caseOf = (number: number): Promise<string> => personWithCode(workplace, toldCaseCode(country, number));
  const [papers, friday, back] = [await caseOf(3), await caseOf(7), await caseOf(10)];
  const others: string[] = [];
  for (const code of codes) others.push(await personWithCode(workplace, code));
  await calls.sittings.add({ ...held, on: addDays(today, SITTING), personIds: [papers, ...others] });

  await calls.requests.add({ personId: back, receivedOn: addDays(today, -5), lang: country, ...open });
  const { answer, ...asked } = answered;
  const { requestId } = await calls.requests.add({ personId, receivedOn: addDays(today, -9), lang: country, ...asked });
  await calls.requests.answer({ requestId, result: 'GRANTED', text: answer, lang: country, on: addDays(today, -1) });

  for (const id of [personId, friday]) {
    await calls.appointments.add({ personId: id, content: { ...appointment, bring: [...appointment.bring], domain: 'LEGAL', at: { when: 'NEXT_WORKING_DAY', time: '10:00' }, mandatory: true } });
    await calls.appointments.add({ personId: id, content: { ...health, domain: 'HEALTH', at: { when: 'TO_BE_FIXED' }, bring: [], mandatory: false } });
  }
  const { applicationId } = await calls.applications.add({ personId: papers, content: { kind: 'ID_CARD', to: application.to } });
  await calls.applications.step({ applicationId, command: 'submit', on: addDays(today, -4), reference: application.reference, expectedBy: addDays(today, 20) });
  await calls.applications.add({ personId, content: { kind: 'BENEFIT', to: benefit.to } });
};
