import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TOLD_CASES } from '../../../shared/domain/told-cases.ts';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useOnce } from '../../app/use-once.ts';
import { useTitle } from '../../app/use-title.ts';
import { Stack } from '../../design/layout.tsx';
import { PageHeading } from '../../design/page-heading.tsx';

/** The twelve people of a demonstration, each with what their page shows. */
export const ToldCases = () => {
  const { t } = useTranslation();
  const cases = useOnce('toldCases', (client) => client.people.toldCases());
  useTitle(t('people:told.title'));
  return (
    <main>
      <Stack>
        <PageHeading title={t('people:told.title')} />
        <p className="v-soft">{t('people:told.intro')}</p>
        <section className="v-card v-card-body" aria-label={t('people:told.title')}>
          {cases !== undefined && cases.length === 0 ? <p className="v-soft">{t('people:told.none')}</p> : null}
          <ol className="v-told">
            {cases?.map(({ number, personId, name }) => (
              <li key={personId}>
                <span className="v-number v-soft">{number}</span>
                <span>
                  <Link to={personPath(personId)} aria-label={`${t(`people:told.case.${TOLD_CASES[number - 1]}.name`)}: ${t('people:told.open', { name })}`}>
                    {t(`people:told.case.${TOLD_CASES[number - 1]}.name`)}
                  </Link>{' '}
                  <span className="v-soft">· {name}</span>
                  <br />
                  {t(`people:told.case.${TOLD_CASES[number - 1]}.shows`)}
                </span>
              </li>
            ))}
          </ol>
        </section>
      </Stack>
    </main>
  );
};
