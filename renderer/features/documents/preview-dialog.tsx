import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Language } from '../../../shared/domain/base.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { BareSelect } from '../../design/bare-select.tsx';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { Row } from '../../design/layout.tsx';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';
import { PdfView } from '../../pdf/pdf-view.tsx';
import type { Paper } from './paper.ts';
import { usePreview } from './use-preview.ts';
import { usePrinting } from './use-printing.ts';
import { useSaving } from './use-saving.ts';

interface PreviewDialogProps {
  readonly paper: Paper;
  /** language shown first */
  readonly first: Language;
  readonly onClose: () => void;
}

/** A paper as it will be printed, in the language that is chosen, with everything that can be done with it. */
export const PreviewDialog = ({ paper, first, onClose }: PreviewDialogProps) => {
  const { t } = useTranslation();
  const [language, setLanguage] = useState(first);
  const { state, fail } = usePreview(paper, language);
  const printing = usePrinting(paper.print);
  const saving = useSaving(paper);
  const title = t(paper.title);
  const print = (): void => {
    if (state.phase === 'shown' && printing.doing === undefined) void printing.print(state.file, state.previewId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p') return;
    event.preventDefault();
    print();
  };
  return (
    <Dialog title={title} isOpen onClose={onClose} full>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Ctrl P, wherever the focus is in the dialog */}
      <div className="v-paper" onKeyDown={onKeyDown}>
        <Row between>
          {paper.languages.length < 2 ? (
            <p>{t('documents:screen.madeIn', { language: t(`enums:language.${first}`) })}</p>
          ) : (
            <BareSelect
              label={t('handover:documents.language')}
              value={language}
              onChange={(id) => setLanguage(Language.parse(id))}
              options={paper.languages.map((id) => ({ id, label: t(`enums:language.${id}`) }))}
            />
          )}
          <Row>
            <Button variant="go" isDisabled={state.phase !== 'shown'} isPending={printing.doing !== undefined} onPress={print}>
              {t('documents:screen.print')}
            </Button>
            {paper.save === undefined ? null : (
              <Button isDisabled={state.phase === 'refused'} isPending={saving.pending} onPress={() => void saving.save(language)}>
                {t('handover:documents.save')}
              </Button>
            )}
            <Button onPress={onClose}>{t('common:act.close')}</Button>
          </Row>
        </Row>
        <Doing printing={printing} pages={state.phase === 'shown' ? state.file.pages : 0} />
        <ProblemNotice problem={printing.problem ?? saving.problem} />
        <p role="status" className="v-small">
          {saving.pending ? t('handover:documents.making') : saving.said}
        </p>
        {state.phase === 'making' ? <Progress label={t('handover:documents.making')} /> : null}
        {state.phase === 'refused' ? <ProblemNotice problem={state.problem} /> : null}
        {state.phase === 'unreadable' ? (
          <Notice tone="danger" title={t('documents:screen.unreadable')}>
            <p>{t(`documents:screen.why.${state.why}`)}</p>
            <p>{t('documents:screen.unreadableSafe')}</p>
            <p>{t('documents:screen.unreadableDo')}</p>
          </Notice>
        ) : null}
        {state.phase === 'shown' ? <PdfView key={state.previewId} file={state.file} label={t('documents:screen.shown', { title, language: t(`enums:language.${state.language}`) })} onFail={fail} /> : null}
        <p className="v-small v-soft">{t('documents:screen.keys')}</p>
      </div>
    </Dialog>
  );
};

/** How far printing is, and what came of it. */
const Doing = ({ printing: { doing, result, cancel }, pages }: { readonly printing: ReturnType<typeof usePrinting>; readonly pages: number }) => {
  const { t } = useTranslation();
  if (doing === 'dialog') return <Progress label={t('documents:screen.dialogOpen')} />;
  if (doing !== undefined)
    return (
      <Row>
        <Progress label={t('documents:screen.drawing', { page: doing.page, pages })} percent={Math.round(((doing.page - 1) / pages) * 100)} />
        <Button onPress={cancel}>{t('common:act.cancel')}</Button>
      </Row>
    );
  if (result === undefined) return null;
  return (
    <Notice tone={result === 'DONE' ? 'done' : result === 'FAILED' ? 'danger' : 'info'} title={t(`documents:screen.result.${result}`)}>
      <p>{t(`documents:screen.resultText.${result}`)}</p>
    </Notice>
  );
};
