import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoalRow } from '../../../shared/contract/goals.ts';
import type { Language } from '../../../shared/domain/base.ts';
import { libraryEntry } from '../../../shared/domain/goal-template.ts';
import { NeedDomain, type Round } from '../../../shared/domain/needs.ts';
import { libraryFor, type LibraryEntry } from '../../../shared/domain/objective-library.ts';
import { objectiveLibrary } from '../../../shared/library/index.ts';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { Tag } from '../../design/tag.tsx';
import { TextField } from '../../design/text-field.tsx';
import { Origin } from '../shared-packs/origin.tsx';

interface LibraryDialogProps {
  readonly lang: Language;
  readonly round: Round | undefined;
  /** domains that a goal of the draft speaks of already */
  readonly covered: readonly NeedDomain[];
  readonly onInsert: (entry: LibraryEntry) => void;
  readonly onClose: () => void;
}

const ANY = 'ANY';

/** Goals as others have set them, in the language of the plan: one is put into the draft as text to be changed. */
export const LibraryDialog = ({ lang, round, covered, onInsert, onClose }: LibraryDialogProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [domain, setDomain] = useState<NeedDomain | undefined>(undefined);
  const own = (useLive('goals', (client, signal) => client.goals.list(undefined, { signal })).value ?? []).filter((template) => template.lang === lang);
  const found = libraryFor([...own.map(libraryEntry), ...objectiveLibrary], { round, covered, typed, lang, domain });
  return (
    <Dialog title={t('plan:library.title')} isOpen onClose={onClose} wide high>
      <p className="v-small v-soft">{t('plan:library.what')}</p>
      <div className="v-pair">
        <TextField label={t('plan:library.search')} value={typed} onChange={setTyped} maxLength={100} />
        <Select
          label={t('plan:goal.domain')}
          value={domain ?? ANY}
          onChange={(id) => setDomain(id === ANY ? undefined : NeedDomain.parse(id))}
          options={[{ id: ANY, label: t('plan:library.any') }, ...NeedDomain.options.map((id) => ({ id, label: t(`enums:needDomain.${id}`) }))]}
        />
      </div>
      <p className="v-small v-soft" role="status">
        {t('plan:library.found', { count: found.length })}
      </p>
      <ul className="v-library" aria-label={t('plan:library.title')}>
        {found.map((entry) => (
          <li key={entry.code}>
            <div>
              <q className="v-quote" lang={lang}>
                {entry.title[lang]}
              </q>{' '}
              <Tag tone={entry.suggested ? 'accent' : 'plain'}>{t(`enums:needDomain.${entry.domain}`)}</Tag>
              <OwnTemplate template={own.find(({ id }) => id === entry.code)} />
              {entry.suggested ? <span className="v-small v-soft"> {t('plan:library.suggested')}</span> : null}
              <p className="v-small v-soft">
                <span lang={lang}>{entry.measure[lang]}</span> · {t(`enums:horizon.${entry.horizon}`)}
              </p>
              <p className="v-small" lang={lang}>
                {entry.steps.map(({ text }) => text[lang]).join(' · ')}
              </p>
            </div>
            <Button aria-label={t('plan:library.insertName', { goal: entry.title[lang] })} onPress={() => onInsert(entry)}>
              {t('plan:library.insert')}
            </Button>
          </li>
        ))}
      </ul>
      <Row end>
        <Button onPress={onClose}>{t('plan:library.close')}</Button>
      </Row>
    </Dialog>
  );
};

/** A template of this house, or of another office, beside those that come with the program. */
const OwnTemplate = ({ template }: { readonly template: GoalRow | undefined }) => {
  const { t } = useTranslation();
  if (template === undefined) return null;
  return template.from === undefined ? <span className="v-small v-soft"> {t('sharedPacks:directory.ours')}</span> : <Origin of={template} />;
};
