import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONG_TEXT } from '../../../shared/domain/base.ts';
import { NeedDomain, type Round } from '../../../shared/domain/needs.ts';
import { linesFor } from '../../../shared/domain/plan-line-rules.ts';
import { PlanLine } from '../../../shared/domain/plan-lines.ts';
import type { PlanProgress } from '../../../shared/domain/plan.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useKeptDraft } from '../../app/drafts/use-kept-draft.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useLive } from '../../app/use-live.ts';
import { Button } from '../../design/button.tsx';
import { ErrorSummary } from '../../design/error-summary.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { Tag } from '../../design/tag.tsx';
import { TextAreaField } from '../../design/text-field.tsx';
import { AddWords } from './add-words.tsx';
import { goalFromLibrary, goalsWithoutStep, NewWords, NEW_GOAL, notAdded, withNewWords } from './draft.ts';
import { Clash } from './clash.tsx';
import { ClosePlan } from './close-plan.tsx';
import { GoalEditor } from './goal-editor.tsx';
import { LibraryDialog } from './library-dialog.tsx';
import { newId } from './new-id.ts';
import { OtherGoal } from './other-goal.tsx';
import { PlanLines } from './plan-lines.tsx';
import { nextDomain } from './next-domain.ts';
import { usePlanDraft, type Content } from './use-plan-draft.ts';

const noWords: NewWords = {};

/** A draft being composed with the person: saved while typing, proposed when it can be. */
export const PlanEditor = ({ content, progress, round }: { readonly content: Content; readonly progress: PlanProgress; readonly round: Round | undefined }) => {
  const { t } = useTranslation();
  const client = useClient();
  const plan = usePlanDraft(content, progress);
  const { status } = useSession();
  const own = linesFor(status.user?.roles ?? []);
  const [lineChosen, setLine] = useState<PlanLine | undefined>(undefined);
  const line = lineChosen ?? own[0] ?? 'EDUCATION';
  const [library, setLibrary] = useState(false);
  const [closing, setClosing] = useFormOpen('plan.close', content.id);
  const { draft, saving } = plan;
  const adding = useKeptDraft({ form: 'plan.words', personId: content.personId, about: content.id, schema: NewWords, empty: noWords });
  const contacts = useLive('contacts', (core, signal) => core.contacts.list({}, { signal }));
  const services = (contacts.value ?? []).filter(({ trust }) => trust === 'TRUSTED').map(({ serviceId, name }) => ({ id: serviceId, label: name }));
  const proposing = useAction();
  const [attempt, setAttempt] = useState(0);
  const [chosen, setChosen] = useState<NeedDomain | undefined>(undefined);
  const [domainMissing, setDomainMissing] = useState(false);
  const domain = chosen ?? nextDomain(round, draft);
  const newGoal = useRef<HTMLInputElement>(null);
  const newSteps = useRef(new Map<string, HTMLInputElement>());
  const goTo = useRef<string | undefined>(undefined);
  const undoId = useId();
  useEffect(() => {
    const id = goTo.current;
    goTo.current = undefined;
    if (id !== undefined) (newSteps.current.get(id) ?? document.getElementById(id))?.focus();
  }, [draft]);

  const left = notAdded(adding.value, draft);
  const wrong =
    attempt === 0
      ? []
      : [
          ...(draft.goals.length === 0 ? [{ name: NEW_GOAL, message: t('refusals:plan.noObjective') }] : goalsWithoutStep(draft).map(({ id, number }) => ({ name: id, message: t('refusals:plan.objectiveWithoutStep', { number }) }))).filter(
            ({ name }) => !left.includes(name),
          ),
          // words in a field are the person's too: a plan is never proposed without them
          ...left.map((name) => ({ name, message: t('plan:draft.notAdded', { words: adding.value[name]?.trim() }) })),
        ];
  const propose = async () => {
    setAttempt(attempt + 1);
    if (!(await saving.flush()) || draft.goals.length === 0 || goalsWithoutStep(draft).length > 0 || left.length > 0) return;
    await proposing.run(() => client.plans.propose({ contentId: content.id }));
  };
  const removing = (act: () => void) => {
    goTo.current = undoId;
    act();
  };
  return (
    <Card
      title={t('plan:title', { version: content.versionNo, kind: t(`enums:planKind.${content.kind}`) })}
      aside={
        <Row end>
          <span className="v-small v-soft" role="status">
            {saving.phase === 'none' ? t('plan:draft.savedAlways') : saving.phase === 'saved' ? t('common:saved') : t('plan:draft.saving')}
          </span>
          <Tag tone="accent">{t('enums:planStatus.DRAFT')}</Tag>
          <Button variant="go" isPending={proposing.pending} onPress={() => void propose()}>
            {t('enums:planCommand.propose')}
          </Button>
        </Row>
      }
      flush
    >
      <div onBlur={() => void saving.flush()}>
        <div className="v-goal">
          <Stack gap={3}>
            <ErrorSummary wrong={wrong} attempt={attempt} onGo={(name) => (name === NEW_GOAL ? newGoal.current : newSteps.current.get(name))?.focus()} />
            <DraftLine kept={adding.kept} />
            <ProblemNotice problem={saving.problem ?? proposing.problem} />
            <Clash problem={saving.problem} theirs={plan.theirs} onSettle={plan.settle} />
            <p className="v-small v-soft">
              {t('plan:draft.leaveOut')} {t('plan:draft.language', { language: t(`enums:language.${content.lang}`) })}
            </p>
            <TextAreaField label={t('plan:draft.statement')} hint={t('plan:draft.statementHint')} value={draft.statement} onChange={plan.setStatement} maxLength={LONG_TEXT} />
            {plan.lastDone === undefined ? null : (
              <Row>
                <Button id={undoId} onPress={plan.undo}>
                  {t('plan:draft.undo')}
                </Button>
                <span className="v-small v-soft" role="status">
                  {t(`plan:done.${plan.lastDone.what}`, { words: plan.lastDone.words })}
                </span>
              </Row>
            )}
          </Stack>
        </div>
        <div className="v-goal">
          <PlanLines content={content} progress={progress} before={saving.flush} />
        </div>
        {draft.goals.map((goal, at) => [
          ...(goal.line === draft.goals[at - 1]?.line || (at === 0 && draft.goals.every((other) => other.line === goal.line) && own.length < 2) ? [] : [<h3 key={`line-${goal.line}`} className="v-line-head">{t(`enums:planLine.${goal.line}`)}</h3>]),
          own.includes(goal.line) ? (
          <GoalEditor
            key={goal.id}
            goal={goal}
            number={at + 1}
            first={goal.line !== draft.goals[at - 1]?.line}
            last={goal.line !== draft.goals[at + 1]?.line}
            lines={own}
            wrong={wrong.find(({ name }) => name === goal.id)?.message}
            addRef={(input) => {
              if (input === null) newSteps.current.delete(goal.id);
              else newSteps.current.set(goal.id, input);
            }}
            newStep={adding.value[goal.id] ?? ''}
            onNewStep={(words) => adding.set((now) => withNewWords(now, goal.id, words))}
            services={services}
            onChange={plan.setGoal}
            onMove={(by) => plan.moveGoal(goal.id, by)}
            onRemove={() => removing(() => plan.removeGoal(goal.id))}
            onAddStep={(words) => plan.addStep(goal.id, words)}
            onMoveStep={(stepId, by) => plan.moveStep(goal.id, stepId, by)}
            onRemoveStep={(stepId) => removing(() => plan.removeStep(goal.id, stepId))}
          />
          ) : (
            <OtherGoal key={goal.id} goal={goal} number={at + 1} lang={content.lang} />
          ),
        ])}
        {draft.goals.length >= 40 || own.length === 0 ? null : (
          <div className="v-goal">
            <AddWords
              words={adding.value[NEW_GOAL] ?? ''}
              onWords={(words) => adding.set((now) => withNewWords(now, NEW_GOAL, words))}
              label={t('plan:draft.newGoal')}
              hint={t('plan:draft.newGoalHint')}
              error={wrong.find(({ name }) => name === NEW_GOAL)?.message}
              go={t('plan:draft.addGoal')}
              inputRef={newGoal}
              onAdd={(words) => {
                setDomainMissing(domain === undefined);
                if (domain === undefined) return false;
                goTo.current = plan.addGoal(words, domain, line);
                setChosen(undefined);
                return true;
              }}
            >
              {own.length < 2 ? null : (
                <Select label={t('plan:lines.line')} value={line} onChange={(id) => setLine(PlanLine.parse(id))} options={own.map((id) => ({ id, label: t(`enums:planLine.${id}`) }))} />
              )}
              <Select
                label={t('plan:goal.domain')}
                value={domain ?? null}
                placeholder={t('plan:draft.domainChoose')}
                error={domainMissing && domain === undefined ? t('plan:draft.domainMissing') : undefined}
                onChange={(id) => setChosen(NeedDomain.parse(id))}
                options={NeedDomain.options.map((id) => ({ id, label: t(`enums:needDomain.${id}`) }))}
              />
            </AddWords>
            <div className="v-add-other">
              <Button onPress={() => setLibrary(true)}>{t('plan:library.open')}</Button>
            </div>
          </div>
        )}
      </div>
      <div className="v-goal">
        <Button variant="link" onPress={() => setClosing(true)}>
          {t('plan:close.openDraft')}
        </Button>
      </div>
      {library ? (
        <LibraryDialog
          lang={content.lang}
          round={round}
          covered={draft.goals.map((goal) => goal.domain)}
          onInsert={(entry) => {
            goTo.current = plan.insertGoal(goalFromLibrary(entry, own.includes(entry.line) ? entry.line : line, content.lang, newId));
            setLibrary(false);
          }}
          onClose={() => setLibrary(false)}
        />
      ) : null}
      {closing ? <ClosePlan personId={content.personId} contentId={content.id} inForce={false} onClose={() => setClosing(false)} /> : null}
    </Card>
  );
};
