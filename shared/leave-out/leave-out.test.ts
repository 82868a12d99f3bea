import { describe, expect, it } from 'vitest';
import { LeaveOutKind, loadLeaveOutWords } from '../domain/leave-out.ts';
import { leaveOutHits } from './index.ts';

type Sentences = Partial<Record<LeaveOutKind | 'NOTHING', readonly string[]>>;

const english: Sentences = {
  DIAGNOSIS: ['He has schizophrenia.', 'Was told she is bipolar.', 'Depression since last winter.', 'Had a psychotic episode in March.', 'Epileptic, must not work at heights.', 'Says he has PTSD.', 'Type 2 diabetes.', 'Hepatitis C, known to the nurse.', 'HIV-positive since 2015.', 'Lives with AIDS.', 'Diagnosed with a personality disorder.', 'His tumour was removed.'],
  TREATMENT: ['On methadone.', 'Gets chemotherapy every month.', 'Dialysis three times a week.', 'Was on the psychiatric ward.', 'Wants to go to detox.'],
  MEDICINE: ['Takes 20 mg at night.', 'Needs his insulin.', 'On olanzapine and sertraline.', 'Asks for sleeping pills.', 'Antidepressants ran out.'],
  DRUG: ['Used heroin until 2020.', 'Smoked cannabis with friends.', 'Cocaine at weekends.'],
  OFFENCE: ['Here for robbery.', 'Convicted of fraud.', 'The offence was a burglary.', 'Sentenced for manslaughter.', 'Says the theft was not his.', 'He assaulted a guard.'],
  VICTIM: ['Wants to write to the victim.', 'The victim’s mother lives next door.', 'His victim is a neighbour.', 'The injured party has moved.'],
  ID_NUMBER: ['Card C.A. is CA12345AB.', 'Account IT60X0542811101000000123456.'],
  NOTHING: [
    'Has nowhere to live and wants a room of his own.',
    'Wants to see a doctor about his back.',
    'Survivor: a victim of trafficking, wants support.',
    'Was in touch with Victim Support about her own case.',
    'Needs a prescription on the day of release.',
    'Wears hearing aids in both ears.',
    'First appointment with the health service on Monday.',
    'He finds mornings hard and likes to talk while walking.',
    'Reads slowly; short sentences help.',
    'Wants to continue the treatment plan outside.',
    'His sister will host him for two months.',
    'Works in the kitchen and gets there on time.',
    'A crack in the window of his cell was repaired.',
    'Paid his fine in three instalments.',
    'He said he felt low after the call.',
    'The lithium battery of the radio is empty.',
    'Owes 1500 to the electricity company.',
    'Wants a job in dry cleaning.',
    'His birth certificate is with his aunt.',
    'Rapid progress with reading.',
    'Wants a bank account; has none since 2019.',
    'Studies for the exam of the eighth grade.',
    'Would like to be told his obligations again.',
    'Missed two sessions because of court.',
    'Order number 1234567890 of the workshop.',
    'She plays the violin in the band.',
  ],
};

const italian: Sentences = {
  DIAGNOSIS: ['Ha la schizofrenia.', 'È bipolare dal 2010.', 'Soffre di depressione.', 'Episodi psicotici in passato.', 'Epilettico, non può salire sui ponteggi.', 'È sieropositivo.', 'Ha l’HIV.', 'Malato di AIDS.', 'Epatite C da anni.', 'Disturbo di personalità.', 'Diabetico, controlla la glicemia.', 'Ha un tumore.'],
  TREATMENT: ['Prende il metadone.', 'Dialisi tre volte a settimana.', 'È stato in un reparto psichiatrico.', 'Ha subito un TSO.', 'Segue una psicoterapia.', 'In cura per i nervi.'],
  MEDICINE: ['Prende 10 mg la sera.', 'Ha bisogno di insulina.', 'Quetiapina e litio.', 'Chiede il Tavor.', 'Gli psicofarmaci sono finiti.'],
  DRUG: ['Usava eroina.', 'Fumava hashish con gli amici.', 'Cocaina nei fine settimana.', 'Uso di crack prima dell’arresto.'],
  OFFENCE: ['È dentro per rapina.', 'Condannato per truffa.', 'Reato di spaccio.', 'Maltrattamenti in famiglia.', 'Tentato omicidio, dice che non è vero.', 'Imputato ex art. 628 c.p.', 'Articolo 416 bis codice penale.'],
  VICTIM: ['Vuole scrivere alla vittima.', 'La madre della vittima abita vicino.', 'La persona offesa è la ex moglie.', 'Risarcimento alla parte lesa.', 'La vittima Maria Esempio ha cambiato casa.'],
  ID_NUMBER: ['Codice fiscale ESMGNN80A01F205X.', 'Carta CA12345AA scaduta.', 'Conto IT60X0542811101000000123456.'],
  NOTHING: [
    'Non ha un posto dove dormire dopo la dimissione.',
    'Vuole parlare con il medico della schiena.',
    'È stata vittima di tratta e chiede aiuto.',
    'Vittima di violenza da bambina, vuole un sostegno.',
    'Servono la ricetta e i farmaci il giorno dell’uscita.',
    'Primo appuntamento al SerD il lunedì.',
    'Presa in carico del CSM da confermare.',
    'Legge piano; frasi brevi lo aiutano.',
    'La sorella lo ospita per due mesi.',
    'Lavora in cucina ed è puntuale.',
    'Vuole finire il corso di falegname.',
    'Deve ancora pagare le spese di giustizia.',
    'Ha pagato la multa in tre rate.',
    'Il pagamento scade in dieci giorni.',
    'Dice di essersi sentito giù dopo la telefonata.',
    'Il rinvio gli è dispiaciuto.',
    'Vuole un conto e un documento valido.',
    'Suona il violino nel coro.',
    'Preferisce parlare camminando.',
    'Ha perso due incontri per l’udienza.',
    'Numero d’ordine 1234567890 del laboratorio.',
    'Vuole imparare a rispondere con calma.',
    'La zia conserva il certificato di nascita.',
    'Chiede di risentire le prescrizioni.',
    'Rapido nel lavoro, lento nello scrivere.',
    'Ha bisogno di un medico di medicina generale.',
  ],
};

const romanian: Sentences = {
  DIAGNOSIS: ['Are schizofrenie.', 'Este bipolar.', 'Suferă de depresie.', 'A avut o psihoză.', 'Este epileptic și nu poate urca pe schele.', 'Este seropozitiv.', 'Are HIV.', 'Bolnav de SIDA.', 'Hepatită C de ani de zile.', 'Tulburare de personalitate.', 'Diagnosticat cu diabet.', 'Are o tumoare.', 'A fost tratat de TBC.'],
  TREATMENT: ['Ia metadonă.', 'Face dializă de trei ori pe săptămână.', 'A fost internat la psihiatrie.', 'Urmează tratament psihiatric.', 'Este în sevraj.', 'Merge la psihoterapie.'],
  MEDICINE: ['Ia 10 mg seara.', 'Are nevoie de insulină.', 'Olanzapină și diazepam.', 'Cere somnifere.', 'I s-au terminat antidepresivele.'],
  DRUG: ['Consuma heroină.', 'Fuma canabis cu prietenii.', 'Cocaină la sfârșit de săptămână.', 'A luat etnobotanice.'],
  OFFENCE: ['Este aici pentru furt.', 'Condamnat pentru tâlhărie.', 'Infracțiunea de înșelăciune.', 'Tentativă de omor.', 'Spune că nu a fost viol.', 'Trafic de droguri.', 'Art. 228 Cod penal.', 'art. 193 alin. (2) C.p.'],
  VICTIM: ['Vrea să îi scrie victimei.', 'Mama victimei locuiește alături.', 'Partea vătămată este fosta soție.', 'Victima, Maria Exemplu, s-a mutat.', 'Datorează bani părții civile.'],
  ID_NUMBER: ['CNP 1800101221144.', 'Buletin seria TM nr. 123456.', 'Cont RO49AAAA1B31007593840000.'],
  NOTHING: [
    'Nu știe unde va dormi după liberare.',
    'Vrea să vorbească cu medicul despre spate.',
    'A fost victimă a traficului și cere sprijin.',
    'Este victima violenței din copilărie și vrea consiliere.',
    'Are nevoie de rețetă în ziua liberării.',
    'Prima programare la medicul de familie, luni.',
    'Citește încet; frazele scurte îl ajută.',
    'Sora îl primește două luni.',
    'Lucrează la bucătărie și vine la timp.',
    'Vrea să termine cursul de sudor.',
    'Are de plătit cheltuielile judiciare.',
    'A plătit amenda în trei rate.',
    'Furtuna a rupt acoperișul casei.',
    'Spune că a fost trist după telefon.',
    'Amânarea l-a necăjit.',
    'Vrea un cont și un act valabil.',
    'Cântă la vioară în formație.',
    'Preferă să vorbească plimbându-se.',
    'A lipsit la două ședințe din cauza instanței.',
    'Comanda 1234567890 a atelierului.',
    'Vrea să învețe să răspundă calm.',
    'Mătușa păstrează certificatul de naștere.',
    'Cere să i se explice din nou obligațiile.',
    'Progres rapid la citire.',
    'Datorează 1500 de lei pentru curent.',
    'Vrea să își vadă fetița mai des.',
    'A suferit un accident la muncă și are concediu.',
    'Telefonul 0256123456 al serviciului.',
  ],
};

/** In what order several may be named: as they stand in the text. */
const kindsIn = (text: string): readonly string[] => leaveOutHits(text).map(({ kind }) => kind);

describe.each([
  ['English', english],
  ['Italian', italian],
  ['Romanian', romanian],
] as const)('%s', (_language, sentences) => {
  const rows = Object.entries(sentences).flatMap(([kind, all]) => all.map((sentence) => [kind, sentence] as const));

  it('is shown at least sixty sentences, a third of which say nothing that should be left out', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(rows.filter(([kind]) => kind === 'NOTHING').length * 3).toBeGreaterThanOrEqual(rows.length);
    expect(LeaveOutKind.options.filter((kind) => sentences[kind] === undefined)).toEqual([]);
  });

  it.each(rows)('%s: %s', (kind, sentence) => {
    if (kind === 'NOTHING') expect(leaveOutHits(sentence)).toEqual([]);
    else expect(kindsIn(sentence)).toContain(kind);
  });
});

it('says what it found as it stands in the text, in order, none inside another', () => {
  expect(leaveOutHits('Condamnat pentru TÂLHĂRIE; ia 5 mg de Xanax.')).toEqual([
    { kind: 'OFFENCE', words: 'Condamnat pentru', at: 0 },
    { kind: 'OFFENCE', words: 'TÂLHĂRIE', at: 17 },
    { kind: 'MEDICINE', words: '5 mg', at: 30 },
    { kind: 'MEDICINE', words: 'Xanax', at: 38 },
  ]);
});

it('is quick on the longest text a field takes, and looks at no more', () => {
  const long = 'Vrea să lucreze și să își vadă copiii. '.repeat(100);
  expect(leaveOutHits(long)).toEqual([]);
  expect(leaveOutHits(`${'a '.repeat(4000)} schizofrenie`)).toEqual([]);
  expect(leaveOutHits('')).toEqual([]);
});

it.each<[string, unknown, string]>([
  ['an unknown kind', { language: 'ro', words: { RUMOUR: ['x'] }, except: [] }, 'f.json: words'],
  ['another language', { language: 'fr', words: {}, except: [] }, 'f.json: language: '],
  ['an entry that is no word', { language: 'ro', words: { OFFENCE: ['a+'] }, except: [] }, 'f.json: words.OFFENCE.0: words, each with * behind or = before it'],
])('a bad list is refused by its path, place and fault: %s', (_name, content, fault) => expect(() => loadLeaveOutWords({ 'f.json': content })).toThrow(fault));
