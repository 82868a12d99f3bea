import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PaperFound } from '../../../shared/contract/papers.ts';
import { Language } from '../../../shared/domain/base.ts';
import { PaperFormKind } from '../../../shared/domain/paper-form.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Select } from '../../design/select.tsx';
import { TextField } from '../../design/text-field.tsx';
import type { Paper } from './paper.ts';
import { PreviewDialog } from './preview-dialog.tsx';

/** A form, blank or for somebody, in one language: each look is a new form with a code of its own. */
const formPaper = (kind: PaperFormKind, language: Language, personId: string | undefined): Paper => ({
  title: `enums:paperFormKind.${kind}`,
  languages: [language],
  look: (client, of, signal) => client.papers.preview({ kind, language: of, ...(personId === undefined ? {} : { personId }) }, { signal }),
  save: (client, of, file) => client.papers.save({ kind, language: of, file, ...(personId === undefined ? {} : { personId }) }),
  fileName: 'documents:form.file',
});

/** Forms to be filled in by hand, and what a page that comes back belongs to. */
export const PaperForms = ({ personId, first }: { readonly personId: string; readonly first: Language | undefined }) => {
  const { t } = useTranslation();
  const { language: screen } = usePreferences().preferences;
  const [kind, setKind] = useState<PaperFormKind>('NEEDS_SHORT');
  const [language, setLanguage] = useState<Language>(first ?? screen);
  const [blank, setBlank] = useState(false);
  const [open, setOpen] = useState(false);
  return (
    <Card title={t('documents:form.card')}>
      <Stack gap={3}>
        <p className="v-soft">{t('documents:form.what')}</p>
        <Row bottom>
          <Select label={t('documents:form.kind')} value={kind} onChange={(id) => setKind(PaperFormKind.parse(id))} options={PaperFormKind.options.map((id) => ({ id, label: t(`enums:paperFormKind.${id}`) }))} width="medium" />
          <Select label={t('handover:documents.language')} value={language} onChange={(id) => setLanguage(Language.parse(id))} options={Language.options.map((id) => ({ id, label: t(`enums:language.${id}`) }))} width="short" />
          <Checkbox isSelected={blank} onChange={setBlank}>
            {t('documents:form.blank')}
          </Checkbox>
          <Button onPress={() => setOpen(true)}>{t('documents:form.look')}</Button>
        </Row>
        <WhosePage />
        {open ? <PreviewDialog paper={formPaper(kind, language, blank ? undefined : personId)} first={language} onClose={() => setOpen(false)} /> : null}
      </Stack>
    </Card>
  );
};

/** The code at the foot of a page, typed off: what the page is and for whom it was made. */
const WhosePage = () => {
  const { t } = useTranslation();
  const client = useClient();
  const date = useDateText();
  const asking = useAction();
  const [code, setCode] = useState('');
  const [found, setFound] = useState<PaperFound | undefined>(undefined);
  const ask = async (): Promise<void> => {
    setFound(undefined);
    setFound((await asking.run(() => client.papers.find({ code })))?.value);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <Stack gap={2}>
        <Row bottom>
          <TextField label={t('documents:form.whose')} hint={t('documents:form.whoseHint')} value={code} onChange={setCode} width="medium" />
          <Button type="submit" isDisabled={code.trim() === ''} isPending={asking.pending}>
            {t('documents:form.find')}
          </Button>
        </Row>
        <ProblemNotice problem={asking.problem} />
        {found === undefined ? null : (
          <Notice tone="done" title={t('documents:form.found', { form: t(`enums:paperFormKind.${found.kind}`), page: found.page, date: date(found.madeOn) })}>
            {found.person === undefined ? (
              <p>{t('documents:form.foundBlank')}</p>
            ) : (
              <p>
                <Link to={personPath(found.person.id)}>{found.person.name}</Link> <span className="v-number v-soft">{found.person.code}</span>
              </p>
            )}
          </Notice>
        )}
      </Stack>
    </form>
  );
};
