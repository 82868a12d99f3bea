import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Language } from '../../../shared/domain/base.ts';
import { PlanKind } from '../../../shared/domain/plan.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptForm } from '../../app/drafts/use-kept-form.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormSelect } from '../../design/form/fields.tsx';
import { Form } from '../../design/form/form.tsx';
import { Pair, Row } from '../../design/layout.tsx';

const schema = z.object({ kind: PlanKind, lang: Language });

interface NewPlanProps {
  readonly personId: string;
  readonly first: boolean;
  /** the language the person reads best, or that of the screen */
  readonly language: Language;
  readonly onClose: () => void;
  readonly onDrafted: (contentId: string) => void;
}

/** Opens a draft. The language belongs to the plan and the person, not to the screen. */
export const NewPlan = ({ personId, first, language, onClose, onDrafted }: NewPlanProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const drafting = useAction();
  const { form, kept } = useKeptForm<z.infer<typeof schema>, z.infer<typeof schema>>({
    form: 'plan.new',
    personId,
    schema,
    defaults: { kind: first ? 'INITIAL' : 'REVIEW', lang: language },
  });
  return (
    <Dialog title={t(first ? 'plan:new.first' : 'plan:new.next')} isOpen onClose={onClose}>
      <Form
        form={form}
        onSubmit={async (entry) => {
          const done = await drafting.run(() => client.plans.draft({ personId, ...entry }));
          if (done === undefined) return;
          await kept.done();
          onDrafted(done.value.contentId);
        }}
      >
        <DraftLine kept={kept} />
        <ProblemNotice problem={drafting.problem} />
        {first ? null : <p>{t('plan:new.copied')}</p>}
        <Pair>
          <FormSelect name="kind" label={t('plan:new.kind')} options={PlanKind.options.map((id) => ({ id, label: t(`enums:planKind.${id}`) }))} />
          <FormSelect name="lang" label={t('plan:new.lang')} hint={t('plan:new.langHint')} options={Language.options.map((id) => ({ id, label: t(`enums:language.${id}`) }))} />
        </Pair>
        <Row end>
          <Button onPress={onClose}>{t('common:act.cancel')}</Button>
          <Button type="submit" variant="go" isPending={drafting.pending}>
            {t('plan:new.go')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  );
};
