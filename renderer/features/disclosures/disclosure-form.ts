import { z } from 'zod';
import { ConsentPurpose } from '../../../shared/domain/consents.ts';
import { isCivilDate, type CivilDate } from '../../../shared/domain/dates.ts';
import { DisclosureAnswer, DisclosureGround, DisclosureTopic, DisclosureWay, Identification, type DisclosureContent } from '../../../shared/domain/disclosure.ts';
import { needsAct } from '../../../shared/domain/disclosure-rules.ts';

const fields = (today: CivilDate) => ({
  way: DisclosureWay,
  asker: z.string().trim().min(1, 'disclosures:form.askerMissing').max(200, 'common:form.tooLong'),
  identified: Identification.or(z.literal('')).refine((how): boolean => how !== '', 'disclosures:form.identifiedMissing'),
  answer: DisclosureAnswer,
  told: z.array(DisclosureTopic),
  ground: DisclosureGround.or(z.literal('')),
  act: z.string().trim().max(200, 'common:form.tooLong'),
  purpose: ConsentPurpose.or(z.literal('')),
  words: z.string().trim().max(1000, 'common:form.tooLong'),
  on: z
    .string()
    .refine(isCivilDate, 'common:form.dateMissing')
    .refine((day) => day <= today, 'disclosures:form.inFuture'),
  time: z
    .string()
    .trim()
    .regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/, 'disclosures:form.timeWrong'),
  reason: z.string().trim().max(200, 'common:form.tooLong'),
});

/** One request. What was told is asked only where something was told; a correction also says why. */
export const disclosureForm = (today: CivilDate, correcting: boolean) =>
  z.object(fields(today)).superRefine(({ identified, answer, told, ground, act, purpose, reason }, check) => {
    const wrong = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message });
    if (correcting && reason === '') wrong('reason', 'disclosures:form.reasonMissing');
    if (identified === 'NOT_IDENTIFIED' || answer === 'REFUSED') return;
    if (told.length === 0) wrong('told', 'disclosures:form.toldMissing');
    if (ground === '') wrong('ground', 'disclosures:form.groundMissing');
    else if (needsAct(ground) && act === '') wrong('act', 'disclosures:form.actMissing');
    if (ground === 'CONSENT' && purpose === '') wrong('purpose', 'disclosures:form.purposeMissing');
  });
export type DisclosureForm = z.infer<ReturnType<typeof disclosureForm>>;

/** A call that just came: most requests do. */
export const emptyForm = (today: CivilDate): DisclosureForm => ({
  way: 'PHONE',
  asker: '',
  identified: '',
  answer: 'TOLD',
  told: [],
  ground: '',
  act: '',
  purpose: '',
  words: '',
  on: today,
  time: '',
  reason: '',
});

/** An entry as a form to be corrected. */
export const formOf = ({ time, ground, act, purpose, words, way, asker, identified, answer, told, on }: DisclosureContent): DisclosureForm => ({
  way,
  asker,
  identified,
  answer,
  told: [...told],
  ground: ground ?? '',
  act: act ?? '',
  purpose: purpose ?? '',
  words: words ?? '',
  on,
  time: time ?? '',
  reason: '',
});

/** What a form records: nothing of what was told where nothing was. */
export const contentOfForm = ({ way, asker, identified, answer, told, ground, act, purpose, words, on, time }: DisclosureForm): DisclosureContent => {
  const how = identified === '' ? 'NOT_IDENTIFIED' : identified;
  const base = { on, way, asker, identified: how, ...(time === '' ? {} : { time }), ...(words === '' ? {} : { words }) };
  if (how === 'NOT_IDENTIFIED' || answer === 'REFUSED' || ground === '') return { ...base, answer: 'REFUSED', told: [] };
  return {
    ...base,
    answer: 'TOLD',
    told: [...told],
    ground,
    ...(needsAct(ground) && act !== '' ? { act } : {}),
    ...(ground === 'CONSENT' && purpose !== '' ? { purpose } : {}),
  };
};
