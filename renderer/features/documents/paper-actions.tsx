import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Language } from '../../../shared/domain/base.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { Button } from '../../design/button.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Progress } from '../../design/progress.tsx';
import { Select } from '../../design/select.tsx';
import type { Paper } from './paper.ts';
import { PreviewDialog } from './preview-dialog.tsx';
import { useSaving } from './use-saving.ts';

interface PaperActionsProps {
  readonly paper: Paper;
  /** language chosen first */
  readonly first: Language;
  /** words of the two buttons; beside several papers on one screen each names its own */
  readonly look: string;
  readonly save: string;
  /** the main act of the screen */
  readonly main?: boolean;
}

/** The language of one paper, looking at it (and printing it from there), and saving it as a file. */
export const PaperActions = ({ paper, first, look, save, main = false }: PaperActionsProps) => {
  const { t } = useTranslation();
  const saving = useSaving(paper);
  const [language, setLanguage] = useState(first);
  const [open, setOpen] = useState(false);
  return (
    <Stack gap={3}>
      <Row bottom>
        {paper.languages.length < 2 ? null : (
          <Select
            label={t('handover:documents.language')}
            value={language}
            onChange={(id) => setLanguage(Language.parse(id))}
            options={paper.languages.map((id) => ({ id, label: t(`enums:language.${id}`) }))}
            width="short"
          />
        )}
        <Button variant={main ? 'go' : 'quiet'} onPress={() => setOpen(true)}>
          {look}
        </Button>
        <Button isPending={saving.pending} onPress={() => void saving.save(language)}>
          {save}
        </Button>
      </Row>
      {saving.pending ? <Progress label={t('handover:documents.making')} /> : null}
      <ProblemNotice problem={saving.problem} />
      <p role="status" className="v-small">
        {saving.said}
      </p>
      {open ? <PreviewDialog paper={paper} first={language} onClose={() => setOpen(false)} /> : null}
    </Stack>
  );
};
