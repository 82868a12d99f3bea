import type { Language } from '../../../../shared/domain/base.ts';
import { CASE_FILE_VERSION } from '../../../../shared/domain/casefile.ts';
import { addDays } from '../../../../shared/domain/dates.ts';
import type { Contact } from '../../../../shared/domain/office.ts';
import { createTexts } from '../../../../shared/i18n/index.ts';
import { buildCard } from '../../envelope/card.ts';
import { newServiceKeys } from '../../envelope/service-keys.ts';
import type { Stored } from '../../vault/types.ts';
import { created, newId, RefusedError, save, type Work } from '../work.ts';
import { listContacts } from './contacts.ts';
import { ownService } from './own.ts';

/** A year: long enough to learn, and then it goes by itself. */
const DAYS = 365;

const practiceContact = async (work: Work): Promise<Stored<Contact> | undefined> => (await listContacts(work)).find(({ practice }) => practice === true);

/**
 * The service for exercises, so that the three acts can be practised before there is anybody to send to. Its keys are
 * made for its card and thrown away with this call: nobody, not even this workplace, can open what is sealed to it.
 * @param language of its name, which says that it does not exist
 * @returns the one that is there, or a new one
 * @throws RefusedError `contact.practiceElsewhere` unless this is a prison: only a prison hands over
 */
export const addPractice = async (work: Work, language: Language): Promise<Contact> => {
  const known = await practiceContact(work);
  if (known !== undefined) return known;
  const own = await ownService(work);
  if (own.card.kind !== 'prison') throw new RefusedError({ code: 'contact.practiceElsewhere' });
  const card = buildCard(
    {
      serviceId: newId(),
      kind: 'probation',
      name: createTexts(language).t('handover:practice.serviceName'),
      reads: { case: CASE_FILE_VERSION },
      validFrom: work.today,
      validTo: addDays(work.today, DAYS),
      demo: work.vault.info.demo,
    },
    await newServiceKeys(),
  );
  const contact: Contact = { ...created(work), type: 'contact', card, trust: 'TRUSTED', formerSigningKeys: [], practice: true };
  await save(work, [{ op: 'put', collection: 'office', doc: contact }], { action: 'contacts.addPractice', details: { service: card.serviceId } });
  return contact;
};

/** Takes the service for exercises out of the address book. Without one nothing changes. */
export const removePractice = async (work: Work): Promise<void> => {
  const known = await practiceContact(work);
  if (known === undefined) return;
  await save(work, [{ op: 'remove', collection: 'office', id: known.id, _rev: known._rev }], {
    action: 'contacts.removePractice',
    details: { service: known.card.serviceId },
  });
};
