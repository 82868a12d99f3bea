import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/casefile.ts';
import { countsToRelease } from '../../../shared/domain/release-dates.ts';
import { useDateText } from '../../app/words.ts';
import { Card, Facts, Stack } from '../../design/layout.tsx';
import { CaseLearning } from './case-learning.tsx';
import { CaseNeeds } from './case-needs.tsx';
import { CasePlan } from './case-plan.tsx';
import { CaseRoad, useCaseDetails } from './case-road.tsx';

/** A case file as people read it: everything that is in it, and what is not. The same for who sends it and who gets it. */
export const CaseView = ({ caseFile }: { readonly caseFile: CaseFile }) => (
  <Stack>
    <Cover caseFile={caseFile} />
    <Dates caseFile={caseFile} />
    <CaseRoad caseFile={caseFile} />
    <CaseNeeds needs={caseFile.needs} />
    <CasePlan plan={caseFile.plan} agreedIn={caseFile.agreedIn} states={caseFile.goalStates} lines={caseFile.planLines} />
    <CaseLearning learning={caseFile.learning} />
    <Choices caseFile={caseFile} />
    <NotIncluded notIncluded={caseFile.notIncluded} />
  </Stack>
);

type Entry = readonly [string, string | undefined];
const given = (entries: readonly Entry[]): [string, string][] => entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));

const Cover = ({ caseFile }: { readonly caseFile: CaseFile }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const { person, sender, recipient, mandate } = caseFile;
  const details = useCaseDetails(caseFile);
  const cover = (name: string): string => t(`documents:plan.cover.${name}`);
  return (
    <>
      <Card title={t('handover:case.exchange')}>
        <Facts
          entries={given([
            [cover('sender'), sender.name],
            [cover('phone'), sender.phone],
            [cover('recipient'), recipient.name],
            [cover('mandate'), t(`enums:mandateKind.${mandate.kind}`)],
            [cover('act'), t('documents:plan.cover.actOf', { act: mandate.act, date: date(mandate.date) })],
            [cover('registration'), caseFile.registrationNumber ?? cover('registrationLater')],
            [cover('dataAsOf'), date(caseFile.dataAsOf)],
          ])}
        />
      </Card>
      <Card title={t('handover:case.person')}>
        <Facts
          entries={given([
            [t('handover:case.name'), `${person.familyName} ${person.givenName}`],
            [cover('code'), person.code],
            [cover('birthDate'), date(person.birthDate)],
            [cover('citizenships'), person.citizenships?.join(', ')],
            [cover('municipality'), person.municipality],
            [cover('education'), person.education],
            [cover('interpreter'), person.interpreterLanguage],
            [cover('reading'), person.readingSupport === undefined ? undefined : t(`enums:readingSupport.${person.readingSupport}`)],
            [cover('copyLanguage'), person.copyLanguage === undefined ? undefined : t(`enums:language.${person.copyLanguage}`)],
            [cover('admission'), person.admissionDate === undefined ? undefined : date(person.admissionDate)],
            ...details,
          ])}
        />
      </Card>
    </>
  );
};

const Dates = ({ caseFile }: { readonly caseFile: CaseFile }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const { dates, person } = caseFile;
  return (
    <Card title={t('documents:plan.dates.title')}>
      {person.endless === true ? <p>{t('documents:plan.dates.endless')}</p> : null}
      {dates.length === 0 && person.endless !== true ? <p className="v-soft">{t('documents:plan.dates.none')}</p> : null}
      <ul className="v-lines">
        {dates.map((entry) => (
          <li key={`${entry.kind}-${entry.date}`}>
            <span>
              {t(`enums:releaseDateKind.${entry.kind}`)} · {t(`enums:certainty.${entry.certainty}`)}
              <br />
              <span className="v-soft">
                {t(countsToRelease(entry.kind) ? 'documents:plan.dates.isRelease' : 'documents:plan.dates.notRelease')} {t('documents:plan.dates.source', { source: entry.source, date: date(entry.setOn) })}
              </span>
            </span>
            <span className="v-number v-strong">{entry.time === undefined ? date(entry.date) : t('documents:plan.road.dayTime', { day: date(entry.date), time: entry.time })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
};

const Choices = ({ caseFile }: { readonly caseFile: CaseFile }) => {
  const { t } = useTranslation();
  const date = useDateText();
  return (
    <Card title={t('documents:plan.choices.title')}>
      {caseFile.choices.length === 0 ? <p className="v-soft">{t('documents:plan.choices.none')}</p> : <p className="v-small v-soft">{t('documents:plan.choices.note')}</p>}
      <ul className="v-lines">
        {caseFile.choices.map((choice) => (
          <li key={choice.purpose}>
            <span>{t(`enums:consentPurpose.${choice.purpose}`)}</span>
            <span>
              {t(`enums:consentDecision.${choice.decision}`)}, <span className="v-number">{date(choice.on)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** What stays, and why. */
export const NotIncluded = ({ notIncluded }: Pick<CaseFile, 'notIncluded'>) => {
  const { t, i18n } = useTranslation();
  return (
    <Card title={t('documents:plan.notIncluded.title')}>
      {notIncluded.length === 0 ? <p className="v-soft">{t('documents:plan.notIncluded.none')}</p> : null}
      <ul className="v-lines">
        {notIncluded.map(({ what, why }) => (
          <li key={what}>
            <span>{i18n.exists(`documents:notIncluded.${what}`) ? t(`documents:notIncluded.${what}`) : what}</span>
            <span className="v-soft">{t(`enums:notIncludedReason.${why}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
};
