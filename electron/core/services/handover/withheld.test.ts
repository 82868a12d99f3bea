import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openAs, otherOffice, trustIn, type OtherOffice } from '../../../../tests/offices/other-office.ts';
import { profiles } from '../../../../shared/profiles/index.ts';
import { seen } from '../../documents/testing/tools.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison, planWith } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { roadOf } from '../release/road.ts';
import { existing } from '../work.ts';

/** Words written into every place of a case that nothing may leave from, by where they were written. */
const kept = {
  health: 'vorbăspreboală', addiction: 'vorbăspredependență', restricted: 'vorbărestricționată', whyRestricted: 'motivrestricție', note: 'vorbădinnotă', tool: 'instrumentrisc', band: 'bandarisc', unit: 'secțiasecretă',
  relative: 'Rudăcarespunenu', relativePhone: '0799111222', unasked: 'Rudăneîntrebată', host: 'gazdafărăacord', hostHome: 'patullagazda', hostPhone: '0799333444', story: 'poveștisecrete',
  clinic: 'Centruldezintoxicare', therapy: 'ședințădeterapie', clinicPlace: 'Stradaclinicii9', cost: '77leicost', applicationNote: 'notălacerere', lifted: 'obligațieridicată', whyLifted: 'motivridicare', mark: 'dovadaunuipunct',
} as const;
/** Words that do leave: without them the test would show nothing. */
const told = { family: 'vreasăovadăpefata', dispute: 'nuamspusasta', mentor: 'Mentorcarespuneda', office: 'Serviciulprimeiprezentări', duty: 'seprezintăîntreizile', act: '991/2026' } as const;

let folder: string;
let prison: DemoWorkplace;
let probation: OtherOffice;
let personId: string;
const today = '2026-11-22';
const logged: string[] = [];

const sealed = async (profile: string, act: string) => {
  const { calls } = prison;
  const request = { personId, recipientServiceId: probation.card.serviceId, profile, mandate: { kind: 'SUPERVISION', act, date: today } } as const;
  const { caseHash } = await calls.handovers.preview(request);
  const { handoverId } = await calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
  await prison.changeUser(names.coordinator);
  await calls.handovers.authorise({ handoverId });
  await prison.changeUser(names.educator);
  const into = join(folder, profile);
  mkdirSync(into);
  const { fileName } = await calls.handovers.seal({ handoverId, folder: prison.grant(into, 'folder') });
  const opened = await openAs(probation, (await calls.contacts.own()).card, readFileSync(join(into, fileName)));
  return { handoverId, fileName, opened };
};

beforeAll(async () => {
  for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const) vi.spyOn(console, way).mockImplementation((...words: unknown[]) => void logged.push(words.map(String).join(' ')));
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  probation = await otherOffice('probation', 'Serviciul de Probațiune Test');
  await createPrison(prison);
  await trustIn(prison, probation, folder);
  const { calls } = prison;
  ({ id: personId } = await calls.people.add({ code: 'W-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01', endOfSentence: '2026-12-20', unit: kept.unit }));
  await planWith(prison, personId, today);
  const { roundId } = await calls.needs.openRound({ personId, kind: 'REVIEW', conductedOn: today, sources: ['INTERVIEW'] });
  const say = async (domain: 'HEALTH' | 'SUBSTANCE_USE' | 'FAMILY' | 'FINANCE', text: string) => calls.needs.record({ roundId, domain, answer: 'NEED', level: 1, statement: { text, lang: 'ro', basis: 'PERSON_SAYS' } });
  await say('HEALTH', kept.health);
  await say('SUBSTANCE_USE', kept.addiction);
  await say('FAMILY', told.family);
  await say('FINANCE', kept.restricted);
  await calls.needs.closeRound({ roundId });
  const round = await existing(prison.core.session.work(), 'assessments', roundId, 'round');
  const statementOf = (text: string): string => round.domains.flatMap(({ statements }) => statements).find((statement) => statement.text === text)!.id;
  await calls.needs.dispute({ roundId, statementId: statementOf(told.family), text: told.dispute });
  await calls.needs.restrict({ roundId, statementId: statementOf(kept.restricted), reason: kept.whyRestricted });
  await calls.needs.recordTool({ personId, tool: kept.tool, band: kept.band, on: today, by: 'S' });
  await calls.notes.add({ personIds: [personId], kind: 'CONVERSATION', basis: 'PERSON_SAYS', text: kept.note, on: today, lang: 'ro' });
  await calls.consents.record({ personId, purpose: 'MENTOR', decision: 'GIVEN', on: today, lang: 'ro' });
  await calls.consents.record({ personId, purpose: 'FAMILY_CONTACT', decision: 'GIVEN', on: today, lang: 'ro' });
  await calls.consents.record({ personId, purpose: 'STORY', decision: 'REFUSED', on: today, lang: 'ro', words: kept.story });
  const another = async (kind: 'RELATIVE' | 'MENTOR', name: string, phone: string | undefined, command: 'give' | 'refuse' | undefined) => {
    const { thirdPersonId } = await calls.thirdPersons.add({ personId, details: { kind, name, ...(phone === undefined ? {} : { phone }) } });
    if (command !== undefined) await calls.thirdPersons.answer({ thirdPersonId, command, on: today, told: 'numele, la probațiune', how: 'BY_PHONE' });
  };
  await another('RELATIVE', kept.relative, kept.relativePhone, 'refuse');
  await another('RELATIVE', kept.unasked, undefined, undefined);
  await another('MENTOR', told.mentor, undefined, 'give');
  const { _rev = '' } = (await roadOf(prison.core.session.work(), personId)) ?? {};
  await calls.release.setDestination({ personId, _rev, destination: { addressState: 'CONFIRMED', municipality: 'Lugoj', host: kept.host } });
  await calls.firstDays.setDeparture({ personId, thing: 'BED', state: 'ARRANGED', words: kept.hostHome, phone: kept.hostPhone });
  const obligation = (text: string, act: string) => calls.release.addObligation({ personId, obligation: { kind: 'REPORT', text, lang: 'ro', act, from: today, protectsSomebody: false } });
  await obligation(told.duty, told.act);
  await calls.release.endObligation({ obligationId: (await obligation(kept.lifted, '992/2026')).obligationId, reason: kept.whyLifted });
  const appointment = { at: { when: 'EXACT', date: '2027-01-05' }, bring: [], mandatory: true } as const;
  await calls.appointments.add({ personId, content: { ...appointment, bring: [], organisation: kept.clinic, purpose: kept.therapy, place: kept.clinicPlace, domain: 'SUBSTANCE_USE' } });
  await calls.appointments.add({ personId, content: { ...appointment, bring: [], organisation: told.office, purpose: 'Prima prezentare', domain: 'LEGAL' } });
  const { applicationId } = await calls.applications.add({ personId, content: { kind: 'ID_CARD', to: 'SPCLEP Lugoj', cost: kept.cost } });
  await calls.applications.step({ applicationId, command: 'submit', on: today, note: kept.applicationNote });
  const { checklistId } = await calls.release.start({ personId, kind: 'END_OF_SENTENCE' });
  const list = await existing(prison.core.session.work(), 'release', checklistId, 'checklist');
  await calls.release.mark({ checklistId, code: list.items[0]!.code, command: 'finish', note: kept.mark });
}, 120_000);

afterAll(async () => {
  vi.restoreAllMocks();
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Which of these words stand in a text, as written or with its letters folded as a PDF may write them. */
const foundIn = (text: string, words: Readonly<Record<string, string>>): string[] => Object.entries(words).flatMap(([where, word]) => (text.normalize('NFC').includes(word) ? [where] : []));

it.each(['probation', 'minimum'] as const)('by the profile %s: nothing kept stands in what was sealed, in its papers, names, the trail or the log', async (profile) => {
  const { fileName, opened } = await sealed(profile, `sentința ${profile}`);
  const files = [...opened.payload];
  const json = files.map(({ path, bytes }) => (path.endsWith('.json') ? new TextDecoder().decode(bytes) : '')).join('');
  const pdf = seen(files.find(({ path }) => path.endsWith('.pdf'))!.bytes);
  const unbroken = pdf.text.replaceAll(' ', '');
  const everything = [json, pdf.text, unbroken, JSON.stringify(pdf.info()), pdf.attached().join(' '), fileName, files.map(({ path }) => path).join(' '), JSON.stringify(opened.header)].join('\n');
  expect(foundIn(everything, kept)).toEqual([]);
  const through = profile === 'probation' ? Object.keys(told) : ['office', 'duty', 'act'];
  expect(foundIn(json, told)).toEqual(through);
  expect(foundIn(unbroken, told)).toEqual(through);
  if (profile === 'minimum') expect(opened.payload.length).toBe(2);
  const trail = JSON.stringify(await prison.core.session.vault.audit.read({ limit: 500 }));
  expect(foundIn(trail, { ...kept, ...told })).toEqual([]);
  expect(foundIn(logged.join('\n'), { ...kept, ...told })).toEqual([]);
}, 120_000);

it('the person’s own copy names nobody who said no, or was not asked', async () => {
  const { pdf } = await prison.calls.documents.preview({ personId, document: 'person-copy', language: 'ro' });
  const { text, info } = seen(new Uint8Array(await pdf.arrayBuffer()));
  const { relative, relativePhone, unasked } = kept;
  expect(foundIn(`${text.replaceAll(' ', '')}${JSON.stringify(info())}`, { relative, relativePhone, unasked, mentor: told.mentor })).toEqual([]);
}, 60_000);

it('what its profile does not name is never sealed, also when it got into the record', async () => {
  const { handoverId } = await (async () => {
    const { calls } = prison;
    const request = { personId, recipientServiceId: probation.card.serviceId, profile: 'minimum', mandate: { kind: 'REQUEST_OF_SERVICE', act: 'cerere 5', date: today } } as const;
    const { caseHash } = await calls.handovers.preview(request);
    return calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
  })();
  const stored = await existing(prison.core.session.work(), 'handovers', handoverId, 'handover');
  expect(stored.profile).toBe(`minimum-${profiles.of('minimum')!.version}`);
  expect(stored.caseFile).not.toHaveProperty('needs');
  expect(stored.caseFile.notIncluded).toEqual(expect.arrayContaining([{ what: 'NEEDS', why: 'WITHHELD_BY_RULE' }, { what: 'OTHER_PEOPLE', why: 'WITHHELD_BY_RULE' }]));
});

it('abroad: signed by the director alone', async () => {
  const { calls } = prison;
  const request = { personId, recipientServiceId: probation.card.serviceId, profile: 'abroad', mandate: { kind: 'REQUEST_OF_SERVICE', act: 'cerere 6', date: today } } as const;
  const codeOf = (call: Promise<unknown>) => call.then(() => 'answered', (error: { data?: { code?: string } }) => error.data?.code);
  expect(await codeOf(calls.handovers.preview({ ...request, mandate: { ...request.mandate, kind: 'LEGAL_NOTICE' } }))).toBe('handover.groundNotForThem');
  expect(await codeOf(calls.handovers.preview({ ...request, profile: 'health' }))).toBe('handover.notToThem');
  const { caseHash } = await calls.handovers.preview(request);
  const { handoverId } = await calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
  await prison.changeUser(names.coordinator);
  expect(await codeOf(calls.handovers.authorise({ handoverId }))).toBe('handover.directorNeeded');
  await prison.changeUser(names.educator);
});
