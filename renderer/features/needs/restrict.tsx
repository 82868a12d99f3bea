import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LONG_TEXT, RestrictionDecision, type Statement } from '../../../shared/domain/base.ts';
import type { Round } from '../../../shared/domain/needs.ts';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { useMay, useSession } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { FormRadio, FormTextArea } from '../../design/form/fields.tsx';
import { Tag } from '../../design/tag.tsx';

const reason = z.string().trim().min(1, 'needs:restrict.reasonMissing').max(LONG_TEXT, 'common:form.tooLong');
const restrictForm = z.object({ reason });
const decideForm = z.object({ decision: RestrictionDecision, reason });

interface RestrictProps {
  readonly round: Round;
  readonly statement: Statement;
  /** whether who is at the screen may record a request */
  readonly writes: boolean;
}

/** Enough of a statement to tell it from the others. */
const start = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Whether a statement is restricted and what was decided, and the act that can follow: to ask for it, or to decide. */
export const Restrict = ({ round, statement, writes }: RestrictProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const { status } = useSession();
  const leads = useMay()('plan.approve');
  const [asking, setAsking] = useFormOpen('needs.restrict', statement.id);
  const [deciding, setDeciding] = useFormOpen('needs.decideRestriction', statement.id);
  const { restricted } = statement;
  const waiting = restricted !== undefined && restricted.decided === undefined;
  const words = start(statement.text);
  const place = { roundId: round.id, statementId: statement.id };
  return (
    <>
      {restricted === undefined ? null : (
        <div className="v-soft">
          {restricted.decided?.decision === 'LIFTED' ? null : <Tag tone="warn">{t('needs:restrict.tag')}</Tag>}{' '}
          {restricted.decided === undefined
            ? t('needs:restrict.waiting', { reason: restricted.reason })
            : t(restricted.decided.decision === 'KEPT' ? 'needs:restrict.kept' : 'needs:restrict.lifted', { date: date(restricted.decided.on), reason: restricted.decided.reason })}
        </div>
      )}
      {writes && (restricted === undefined || restricted.decided?.decision === 'LIFTED') ? (
        <Button variant="link" aria-label={t('needs:restrict.openWords', { text: words })} onPress={() => setAsking(true)}>
          {t('needs:restrict.open')}
        </Button>
      ) : null}
      {waiting && leads && restricted.by !== status.user?.id ? (
        <Button variant="link" aria-label={t('needs:restrict.decideWords', { text: words })} onPress={() => setDeciding(true)}>
          {t('needs:restrict.decide')}
        </Button>
      ) : null}
      {asking && writes ? (
        <KeptDialog
          form="needs.restrict"
          personId={round.personId}
          about={statement.id}
          title={t('needs:restrict.title')}
          schema={restrictForm}
          defaults={{ reason: '' }}
          send={(client, values) => client.needs.restrict({ ...place, ...values })}
          onClose={() => setAsking(false)}
        >
          <q lang={statement.lang}>{statement.text}</q>
          <p>{t('needs:restrict.what')}</p>
          <FormTextArea name="reason" label={t('needs:restrict.reason')} />
        </KeptDialog>
      ) : null}
      {deciding && waiting ? (
        <KeptDialog
          form="needs.decideRestriction"
          personId={round.personId}
          about={statement.id}
          title={t('needs:restrict.decideTitle')}
          schema={decideForm}
          defaults={{ decision: 'KEPT', reason: '' }}
          send={(client, values) => client.needs.decideRestriction({ ...place, ...values })}
          onClose={() => setDeciding(false)}
        >
          <q lang={statement.lang}>{statement.text}</q>
          <FormRadio name="decision" label={t('needs:restrict.decision')} options={RestrictionDecision.options.map((id) => ({ id, label: t(`enums:restrictionDecision.${id}`) }))} />
          <FormTextArea name="reason" label={t('needs:restrict.decisionReason')} />
        </KeptDialog>
      ) : null}
    </>
  );
};
