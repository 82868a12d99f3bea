import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isOther } from '../../../shared/domain/needs-catalogue.ts';
import { needsIn } from '../../../shared/domain/needs-form.ts';
import { Basis, LONG_TEXT } from '../../../shared/domain/base.ts';
import { NeedDomain, Source, type Round } from '../../../shared/domain/needs.ts';
import { domainOf } from '../../../shared/domain/round-rules.ts';
import { needsForms } from '../../../shared/forms/index.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Row, Stack } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';
import { TextAreaField } from '../../design/text-field.tsx';
import { AnswerStrip } from './answer-strip.tsx';
import { useFormWords } from './form-words.ts';
import { ItemRow } from './item-row.tsx';
import { LastTime } from './last-time.tsx';
import { LineField } from './line-field.tsx';
import { OwnView } from './own-view.tsx';
import { Statements } from './statements.tsx';
import { noLine, withLine, withoutLine } from './typed-lines.ts';
import type { RoundDesk } from './use-round.ts';

interface LongStepProps {
  readonly round: Round;
  readonly earlier: Round | undefined;
  readonly domain: NeedDomain;
  readonly desk: RoundDesk;
  readonly onStep: (domain: NeedDomain | undefined) => void;
}

/** One domain of a long round, a step of its own: the domain as a whole, its needs one by one, words, strengths, sources. */
export const LongStep = ({ round, earlier, domain, desk, onStep }: LongStepProps) => {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const items = useRef<HTMLUListElement>(null);
  const line = useRef<HTMLInputElement>(null);
  const whole = useId();
  const helpId = useId();
  useEffect(() => {
    heading.current?.closest('.v-card')?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [domain]);

  const at = NeedDomain.options.indexOf(domain);
  const { statements, items: listed = [], strengths: strong = '', strengthsBasis = 'PERSON_SAYS', own, sources = [] } = domainOf(round, domain);
  const value = desk.choice(domain);
  const name = t(`enums:needDomain.${domain}`);
  const words = useFormWords();
  const form = needsForms.long(round.formVersion);
  const asked = form.domains.find((entry) => entry.domain === domain);
  const strengthsAt = `strengths.${domain}`;
  const otherAt = `other.${domain}`;
  const { lines } = desk;
  const strengths = lines.value[strengthsAt]?.text ?? strong;
  const focusItem = (row: number) => items.current?.children.item(row)?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus();
  const saveStrengths = async () => {
    if (strengths.trim() === strong) return;
    if (await desk.record(domain, { strengths: strengths.trim() })) lines.set((now) => withoutLine(now, strengthsAt));
  };
  return (
    <Stack>
      <h3 ref={heading} tabIndex={-1} className="v-step-heading">
        {t('needs:long.step', { domain: name, number: at + 1, all: NeedDomain.options.length })}
      </h3>
      <p id={helpId} className="v-small v-soft">
        {words.in(form.leaveOut)} {asked?.leaveOut === undefined ? '' : words.in(asked.leaveOut)}
      </p>
      {asked === undefined ? null : <p className="v-strong">{words.in(asked.question)}</p>}
      <LastTime domain={domain} earlier={earlier} round={round} value={value} onConfirm={(from) => void desk.confirm(domain, from)} />
      <ul className="v-domains">
        <li className="v-domain">
          <span id={whole} className="v-domain-name">
            {t('needs:long.whole')}
          </span>
          <AnswerStrip labelledBy={whole} value={value} onAnswer={(choice) => void desk.answer(domain, choice)} onMove={(by) => (by === 1 ? focusItem(0) : undefined)} onWrite={() => line.current?.focus()} />
        </li>
      </ul>
      {listed.length > 0 && (value ?? 'NOT_ASKED') === 'NOT_ASKED' ? <p className="v-hint">{t('needs:long.wholeMissing')}</p> : null}
      <section aria-label={t('needs:long.items')}>
        <h4>{t('needs:long.items')}</h4>
        <ul ref={items} className="v-domains">
          {needsIn(form, domain).map(({ code, label }, row) => {
            const item = listed.find((other) => other.code === code);
            return (
              <ItemRow
                key={code}
                domain={domain}
                code={code}
                name={words.in(label)}
                value={desk.itemChoice(domain, code)}
                item={item}
                detail={lines.value[otherAt]?.text ?? item?.detail ?? ''}
                onDetail={(text) => lines.set((now) => withLine(now, otherAt, (was) => ({ ...was, text })))}
                onAnswer={(choice, more) => void desk.answerItem(domain, code, choice, more).then(() => (isOther(code) ? lines.set((now) => withoutLine(now, otherAt)) : undefined))}
                onMove={(by) => focusItem(row + by)}
                onWrite={() => line.current?.focus()}
              />
            );
          })}
        </ul>
      </section>
      <section aria-label={t('needs:long.words')}>
        <h4>{t('needs:long.words')}</h4>
        <Statements statements={statements} />
        <LineField
          domain={name}
          typed={lines.value[domain] ?? noLine}
          onTyped={(change) => lines.set((now) => withLine(now, domain, change))}
          helpId={helpId}
          onSay={(text, basis) => desk.say(domain, text, basis)}
          onDone={() => line.current?.focus()}
          inputRef={line}
        />
      </section>
      <div onBlur={() => void saveStrengths()}>
        <TextAreaField
          label={t('needs:long.strengths')}
          hint={t('needs:long.strengthsHint')}
          value={strengths}
          onChange={(text) => lines.set((now) => withLine(now, strengthsAt, (was) => ({ ...was, text })))}
          maxLength={LONG_TEXT}
        />
      </div>
      {strong === '' ? null : (
        <Select
          label={t('needs:long.strengthsBasis')}
          value={strengthsBasis}
          onChange={(id) => void desk.record(domain, { strengthsBasis: Basis.parse(id) })}
          options={Basis.options.map((id) => ({ id, label: t(`enums:basis.${id}`) }))}
          width="medium"
        />
      )}
      <section aria-label={t('needs:long.own')}>
        <h4>{t('needs:long.own')}</h4>
        <OwnView own={own} onOwn={(next) => void desk.record(domain, { own: next })} />
      </section>
      <fieldset className="v-field">
        <legend className="v-label">{t('needs:long.sources')}</legend>
        <Row>
          {Source.options.map((source) => (
            <Checkbox
              key={source}
              isSelected={sources.includes(source)}
              onChange={(on) => void desk.record(domain, { sources: Source.options.filter((other) => (other === source ? on : sources.includes(other))) })}
            >
              {t(`enums:source.${source}`)}
            </Checkbox>
          ))}
        </Row>
      </fieldset>
      <StepButtons at={at} answered={(value ?? 'NOT_ASKED') !== 'NOT_ASKED' || listed.length > 0} onStep={onStep} />
    </Stack>
  );
};

const StepButtons = ({ at, answered, onStep }: { readonly at: number; readonly answered: boolean; readonly onStep: LongStepProps['onStep'] }) => {
  const { t } = useTranslation();
  const before = NeedDomain.options[at - 1];
  const after = NeedDomain.options[at + 1];
  return (
    <Row between>
      <Button isDisabled={before === undefined} onPress={() => onStep(before)}>
        {t('needs:long.back')}
      </Button>
      <Row end>
        <Button variant={after === undefined ? 'go' : 'quiet'} onPress={() => onStep(undefined)}>
          {t('needs:long.overview')}
        </Button>
        {after === undefined ? null : (
          <Button variant={answered ? 'go' : 'quiet'} onPress={() => onStep(after)}>
            {answered ? t('needs:long.next') : t('needs:long.skip')}
          </Button>
        )}
      </Row>
    </Row>
  );
};
