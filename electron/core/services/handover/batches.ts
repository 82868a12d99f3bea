import type { BatchView, ReadyHandover, ServiceWeek } from '../../../../shared/contract/batches.ts';
import { addDays, type CivilDate } from '../../../../shared/domain/dates.ts';
import { isTransfer, type Handover } from '../../../../shared/domain/handover.ts';
import { displayName } from '../../../../shared/domain/people.ts';
import { isInCustody } from '../../../../shared/domain/person-machine.ts';
import { mondayOf } from '../../../../shared/domain/week.ts';
import type { Stored } from '../../vault/types.ts';
import { listContacts } from '../contacts/contacts.ts';
import { HOME_COLLECTIONS, readFacts } from '../home/kept-facts.ts';
import { find } from '../query.ts';
import type { Work } from '../work.ts';

/** What the view of a week's batches follows. */
export const BATCH_COLLECTIONS = HOME_COLLECTIONS;

type Stated = Stored<Handover>;

/** Who is released in the week of a day and still here, with the day; off the index. */
const leavingIn = (work: Work, day: CivilDate): ReadonlyMap<string, CivilDate> => {
  const monday = mondayOf(day);
  return new Map(
    readFacts(work).people.flatMap(({ id, status, release }) => (isInCustody(status) && release !== undefined && release.date >= monday && release.date <= addDays(monday, 6) ? [[id, release.date] as const] : [])),
  );
};

/** States in which a medium is still looked after. */
const outside: ReadonlySet<unknown> = new Set(['SEALED', 'DISPATCHED']);

/** Hand-overs of these people that can be written, or were written with others, and transfers that are ordered; found off the index. */
const ofWeek = async (work: Work, people: ReadonlyMap<string, CivilDate>, transfers: boolean): Promise<Stated[]> => {
  const rows = work.vault
    .rows('handovers', 'handover', ['personId', 'status', 'batch', 'over', 'document'])
    .filter(({ personId, status, batch, over, document }) => {
      if (over === true || (status !== 'AUTHORISED' && batch === null)) return false;
      // nobody is released by a transfer: it waits in the week of today
      return document === 'transfer' ? transfers && (status === 'AUTHORISED' || outside.has(status)) : people.has(String(personId));
    });
  const batches = [...new Set(rows.flatMap(({ batch }) => (typeof batch === 'string' ? [batch] : [])))];
  const [ready, written] = await Promise.all([
    Promise.all(rows.filter(({ batch }) => batch === null).map(({ id }) => work.vault.get('handovers', id))),
    // a batch is one medium: also those on it that are released in another week
    find(work.vault, 'handovers', 'handover', { selector: { 'ix.batch': { $in: batches } }, sort: [{ id: 'asc' }] }),
  ]);
  // words are written down for each by itself
  return [...ready.filter((doc): doc is Stated => doc?.type === 'handover' && doc.byPassphrase !== true), ...written];
};

const readyOf = (handover: Stated, who: Who, releasedOn: CivilDate): ReadyHandover => ({
  handoverId: handover.id,
  personId: handover.personId,
  ...who,
  ...(isTransfer(handover) ? { releasedOn: handover.mandate.date, transfer: true as const } : { releasedOn }),
});

const batchesOf = (handovers: readonly Stated[], who: (personId: string) => Who): BatchView[] => {
  const views = new Map<string, BatchView>();
  for (const { id, personId, status, envelope, reference, registrationNumberOut, mediumChecks } of handovers) {
    if (envelope?.batch === undefined) continue;
    const { batch, sealedAt, way = 'STICK' } = envelope;
    const view = views.get(batch) ?? { batch, sealedAt, way, items: [] };
    const last = mediumChecks?.at(-1);
    views.set(batch, {
      ...view,
      items: [
        ...view.items,
        {
          handoverId: id,
          personId,
          person: who(personId).person,
          reference: reference ?? '',
          fileName: envelope.fileName,
          status,
          ...(registrationNumberOut === undefined ? {} : { numberOut: registrationNumberOut }),
          ...(last === undefined ? {} : { checked: { result: last.result, at: last.at } }),
        },
      ],
    });
  }
  // the newest first
  return [...views.values()].toSorted((a, b) => b.sealedAt.localeCompare(a.sealedAt));
};

interface Who {
  readonly person: string;
  readonly code: string;
}

/** A week's releases by the service their hand-over goes to: what can be written onto one medium, and what was. */
export const weekBatches = async (work: Work, day: CivilDate = work.today): Promise<ServiceWeek[]> => {
  const people = leavingIn(work, day);
  const handovers = await ofWeek(work, people, mondayOf(day) === mondayOf(work.today));
  const contacts = await listContacts(work);
  const names = new Map<string, Who>();
  for (const id of new Set(handovers.map(({ personId }) => personId))) {
    const person = await work.vault.get('people', id);
    if (person !== undefined) names.set(id, { person: displayName(person), code: person.code });
  }
  const who = (personId: string): Who => names.get(personId) ?? { person: '', code: '' };
  const services = [...new Set(handovers.map(({ recipientServiceId }) => recipientServiceId))];
  return services
    .map((serviceId): ServiceWeek => {
      const theirs = handovers.filter(({ recipientServiceId }) => recipientServiceId === serviceId);
      const contact = contacts.find(({ card }) => card.serviceId === serviceId);
      return {
        serviceId,
        name: contact?.card.name ?? theirs[0]?.caseFile.recipient.name ?? '',
        ...(theirs.some(({ practice }) => practice === true) ? { practice: true as const } : {}),
        ready: theirs
          .filter(({ status }) => status === 'AUTHORISED')
          .map((handover) => readyOf(handover, who(handover.personId), people.get(handover.personId) ?? ''))
          .toSorted((a, b) => a.releasedOn.localeCompare(b.releasedOn) || a.person.localeCompare(b.person)),
        batches: batchesOf(theirs.filter(({ status }) => status !== 'AUTHORISED'), who),
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
};
