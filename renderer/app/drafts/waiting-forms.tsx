import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchPath, useLocation, useNavigate } from 'react-router';
import type { WaitingForm } from '../../../shared/contract/drafts.ts';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { screenPaths } from '../shell/screen-paths.ts';
import { keptForm, pathOf, type FormId, type KeptForm } from './forms.ts';
import { useMomentText } from './moment.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAction } from '../use-action.ts';
import { useShelf, useWaiting } from './shelf-context.tsx';
import { openState } from './use-form-open.ts';

/** How many are shown before somebody asks for more. */
const SHOWN = 2;

/**
 * Which waiting forms are told at an address: on a person's page that person's, on a screen those that are filled in there,
 * and on the first screen all, so that none is forgotten. While somebody sits beside, the first screen is out of reach.
 */
export const toldAt = (waiting: readonly WaitingForm[], pathname: string, home: string): readonly WaitingForm[] => {
  const person = matchPath(screenPaths.person, pathname)?.params.id;
  return waiting.filter(({ form: name, personId, about }) => {
    const form = keptForm(name);
    const path = form === undefined ? undefined : pathOf(form, { personId, about });
    if (path === undefined) return false;
    if (person !== undefined) return personId === person;
    return pathname === home || (personId === undefined && (pathname === path || path.startsWith(`${pathname}/`)));
  });
};

/** What waits unfinished where one is: nothing typed is lost, and nobody has to remember it. */
export const WaitingForms = ({ home }: { readonly home: string }) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [all, setAll] = useState(false);
  const told = toldAt(useWaiting(), pathname, home);
  if (told.length === 0) return null;
  const rest = told.length - SHOWN;
  return (
    <div className="v-told">
      <Notice title={t('common:drafts.waiting', { count: told.length })}>
        <ul className="v-waiting">
          {(all ? told : told.slice(0, SHOWN)).map((waiting) => (
            <Waiting key={`${waiting.form} ${waiting.personId ?? ''} ${waiting.about ?? ''}`} waiting={waiting} named={matchPath(screenPaths.person, pathname) === null} />
          ))}
        </ul>
        {all || rest <= 0 ? null : (
          <Button variant="link" onPress={() => setAll(true)}>
            {t('common:drafts.more', { count: rest })}
          </Button>
        )}
      </Notice>
    </div>
  );
};

const Waiting = ({ waiting, named }: { readonly waiting: WaitingForm; readonly named: boolean }) => {
  const { t } = useTranslation();
  const moment = useMomentText();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const shelf = useShelf();
  const discarding = useAction();
  const form: KeptForm | undefined = keptForm(waiting.form);
  const path = form === undefined ? undefined : pathOf(form, waiting);
  if (form === undefined || path === undefined) return null;
  const name = [t(form.title), ...(named && waiting.personName !== undefined ? [waiting.personName] : [])].join(' · ');
  return (
    <li>
      <span>
        <span className="v-strong">{name}</span> <span className="v-soft">{t('common:drafts.saved', { time: moment(waiting.savedAt) })}</span>
      </span>
      <span className="v-row">
        {form.opens === false && pathname === path ? null : (
          <Button variant="link" aria-label={t('common:drafts.continueName', { form: name })} onPress={() => void navigate(path, { state: openState(waiting.form, waiting.about) })}>
            {t('common:drafts.continue')}
          </Button>
        )}
        <Button
          variant="link"
          aria-label={t('common:drafts.discardName', { form: name })}
          onPress={() => void discarding.run(async () => shelf?.drop({ form: waiting.form as FormId, personId: waiting.personId, about: waiting.about }))}
        >
          {t('common:drafts.discard')}
        </Button>
      </span>
      <ProblemNotice problem={discarding.problem} />
    </li>
  );
};
