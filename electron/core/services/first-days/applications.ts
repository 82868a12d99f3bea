import type { Application, ApplicationCommand, ApplicationContent, StoredWith } from '../../../../shared/domain/application.ts';
import { applicationAfter, applicationChanged, applicationStands } from '../../../../shared/domain/application-rules.ts';
import { mayPrepare } from '../../../../shared/domain/appointment-rules.ts';
import { viewSettings } from '../settings/settings.ts';
import { changed, created, existing, orRefuse, RefusedError, save, type Work } from '../work.ts';

/** Writes down that something is to be applied for. @throws RefusedError notFound, firstDays.stopped, application.… */
export const addApplication = async (work: Work, personId: string, content: ApplicationContent): Promise<{ applicationId: string }> => {
  const { status } = await existing(work, 'people', personId, 'person');
  orRefuse(mayPrepare(status));
  orRefuse(applicationStands(content, undefined));
  if (content.storedWith !== undefined) throw new RefusedError({ code: 'application.notHereYet' });
  const doc: Application = { ...created(work), type: 'application', personId, ...content, lang: (await viewSettings(work)).defaultDocumentLanguage, status: 'TO_SUBMIT', log: [] };
  await save(work, [{ op: 'put', collection: 'release', doc }], { action: 'applications.add', personId, details: { kind: content.kind } });
  return { applicationId: doc.id };
};

/** Puts right what is known of it. @throws RefusedError application.…, notFound */
export const changeApplication = async (work: Work, applicationId: string, content: ApplicationContent): Promise<void> => {
  const application = await existing(work, 'release', applicationId, 'application');
  const next = orRefuse(applicationChanged(application, content));
  await save(work, [{ op: 'put', collection: 'release', doc: changed(work, next) }], { action: 'applications.change', personId: application.personId, details: { kind: content.kind } });
};

export interface ApplicationStepInput {
  readonly applicationId: string;
  readonly command: ApplicationCommand;
  readonly on: string;
  readonly note?: string | undefined;
  readonly expectedBy?: string | undefined;
  readonly reference?: string | undefined;
  readonly storedWith?: StoredWith | undefined;
}

/** One step of an application. @throws RefusedError machine.application, application.…, firstDays.stopped, notFound */
export const stepApplication = async (work: Work, { applicationId, ...act }: ApplicationStepInput): Promise<void> => {
  const application = await existing(work, 'release', applicationId, 'application');
  const { status } = await existing(work, 'people', application.personId, 'person');
  if (act.command === 'submit') orRefuse(mayPrepare(status));
  const next = orRefuse(applicationAfter(application, { ...act, now: work.now, by: work.vault.user.id }, work.today));
  const details = { kind: application.kind, command: act.command, status: next.status, on: act.on };
  await save(work, [{ op: 'put', collection: 'release', doc: changed(work, next) }], { action: 'applications.step', personId: application.personId, details });
};
