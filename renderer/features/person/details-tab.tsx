import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../shared/contract/people.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { displayName } from '../../../shared/domain/people.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { useMay, useSession, userName } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Columns, Facts, Stack } from '../../design/layout.tsx';
import { MergedCard } from '../duplicates/merged-card.tsx';
import { BansCard } from './bans-card.tsx';
import { EditLanguage, EditPermit, EditSituation } from './edit-details.tsx';
import { MovementsCard } from './movements-card.tsx';
import { StandingCard } from './standing-card.tsx';
import { StaysCard } from './stays-card.tsx';

/** What is told about the person beside names and dates, each part with its form. */
export const DetailsTab = ({ view, today }: { readonly view: PersonView; readonly today: CivilDate }) => (
  <Columns>
    <Stack>
      <SituationCard view={view} today={today} />
      <StandingCard view={view} today={today} />
      <MovementsCard view={view} today={today} />
      <StaysCard person={view.person} />
    </Stack>
    <Stack>
      <LanguageCard view={view} />
      <PermitCard view={view} />
      <BansCard view={view} today={today} />
      <MergedCard personId={view.person.id} name={displayName(view.person)} />
    </Stack>
  </Columns>
);

/** A card of facts with the button that opens its form. */
const FactsCard = ({ title, entries, onEdit, children }: { readonly title: string; readonly entries: readonly (readonly [string, ReactNode])[]; readonly onEdit: () => void; readonly children: ReactNode }) => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Card
      title={title}
      aside={
        may('case.write') ? (
          <Button variant="link" aria-label={t('people:details.edit', { what: title })} onPress={onEdit}>
            {t('people:details.banChange')}
          </Button>
        ) : null
      }
    >
      <Facts entries={entries.map(([name, value]) => [name, value ?? <span className="v-soft">{t('people:details.unknown')}</span>] as const)} />
      {children}
    </Card>
  );
};

const SituationCard = ({ view, today }: { readonly view: PersonView; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const date = useDateText();
  const [editing, setEditing] = useFormOpen('people.situation');
  const { person } = view;
  const nobody = <span className="v-soft">{t('people:details.nobody')}</span>;
  const custody = person.custody;
  return (
    <FactsCard
      title={t('people:details.situation')}
      onEdit={() => setEditing(true)}
      entries={[
        [t('people:details.unit'), person.unit],
        [t('people:details.regime'), person.regime],
        [t('people:details.legalPosition'), person.legalPosition === undefined ? undefined : t(`enums:legalPosition.${person.legalPosition}`)],
        [t('people:details.admissionDate'), person.admissionDate === undefined ? undefined : date(person.admissionDate)],
        [t('people:details.manager'), userName(status, person.caseManagerId) ?? nobody],
        [t('people:details.deputy'), userName(status, person.deputyId) ?? nobody],
        [t('people:details.endless'), person.endless === true ? t('people:details.endlessYes') : t('people:details.endlessNo')],
        [t('people:details.custody'), custody === undefined ? t('people:details.custodyNo') : [t(`enums:custodyStatus.${custody.status}`), date(custody.since), ...(custody.act === undefined ? [] : [custody.act])].join(' · ')],
        ...(custody === undefined ? [] : [[t('people:details.returnsBy'), custody.returnsBy] as const]),
        [t('people:details.afterRelease'), person.afterRelease === undefined ? undefined : t(`enums:afterRelease.${person.afterRelease}`)],
      ]}
    >
      {editing ? <EditSituation view={view} today={today} onClose={() => setEditing(false)} /> : null}
    </FactsCard>
  );
};

const LanguageCard = ({ view }: { readonly view: PersonView }) => {
  const { t } = useTranslation();
  const [editing, setEditing] = useFormOpen('people.language');
  const { person } = view;
  const reads = person.languages?.filter((spoken) => spoken.reads).map(({ language }) => language) ?? [];
  return (
    <FactsCard
      title={t('people:details.language')}
      onEdit={() => setEditing(true)}
      entries={[
        [t('people:details.copyLanguage'), person.copyLanguage === undefined ? undefined : t(`enums:language.${person.copyLanguage}`)],
        [t('people:details.readingSupport'), person.readingSupport === undefined ? undefined : t(`enums:readingSupport.${person.readingSupport}`)],
        [t('people:details.interpreterLanguage'), person.interpreterLanguage],
        [t('people:details.speaks'), person.languages?.map(({ language }) => language).join(', ')],
        [t('people:details.reads'), person.languages === undefined ? undefined : reads.length === 0 ? t('people:details.readsNothing') : reads.join(', ')],
      ]}
    >
      {editing ? <EditLanguage view={view} onClose={() => setEditing(false)} /> : null}
    </FactsCard>
  );
};

const PermitCard = ({ view }: { readonly view: PersonView }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const [editing, setEditing] = useFormOpen('people.permit');
  const until = view.person.permitUntil;
  return (
    <FactsCard title={t('people:details.permit')} onEdit={() => setEditing(true)} entries={[[t('people:details.permitUntil'), until === undefined ? undefined : date(until)]]}>
      {editing ? <EditPermit view={view} onClose={() => setEditing(false)} /> : null}
    </FactsCard>
  );
};
