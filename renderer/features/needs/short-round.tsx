import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NeedDomain, Round } from '../../../shared/domain/needs.ts';
import { needsForms } from '../../../shared/forms/index.ts';
import { Keys } from '../../design/keys.tsx';
import { Stack } from '../../design/layout.tsx';
import { useFormWords } from './form-words.ts';
import { RoundRow } from './round-row.tsx';
import { noLine, withLine } from './typed-lines.ts';
import type { RoundDesk } from './use-round.ts';

interface ShortRoundProps {
  readonly round: Round;
  /** the round in which a domain was asked last */
  readonly earlierOf: (domain: NeedDomain) => Round | undefined;
  readonly desk: RoundDesk;
  /** asks the needs of one domain one by one */
  readonly onDeepen: (domain: NeedDomain) => void;
  /** the domain one comes back from */
  readonly from: NeedDomain | undefined;
}

/** Twelve domains on one screen, each saved as it is answered; also the overview of a long round. */
export const ShortRound = ({ round, earlierOf, desk, onDeepen, from }: ShortRoundProps) => {
  const { t } = useTranslation();
  const rows = useRef<HTMLUListElement>(null);
  const helpId = useId();
  const words = useFormWords();
  const { lines } = desk;
  const focusRow = (at: number) => rows.current?.children.item(at)?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus();
  const start = useRef(from);
  useEffect(() => {
    rows.current?.closest('.v-card')?.scrollIntoView({ block: 'start' });
    const row = start.current === undefined ? rows.current : rows.current?.querySelector(`[data-domain="${start.current}"]`);
    row?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus({ preventScroll: start.current === undefined });
  }, []);
  return (
    <Stack gap={2}>
      <p id={helpId} className="v-small v-soft">
        {words.in((needsForms.of(round.formVersion) ?? needsForms.long(round.formVersion)).leaveOut)}
      </p>
      <p className="v-small v-soft v-keys">
        {(['NONE', 'NEED_1', 'NEED_2', 'NEED_3', 'REFUSED'] as const).map((choice, at) => (
          <span key={choice}>
            <Keys>{String(at)}</Keys> {t(`needs:choice.${choice}`)}
          </span>
        ))}
        <span>
          <Keys>{t('needs:round.deleteKey')}</Keys> {t('needs:choice.NOT_ASKED')}
        </span>
        <span>
          <Keys>↑ ↓</Keys> {t('needs:round.keysMove')}
        </span>
        <span>
          <Keys>{t('needs:round.enterKey')}</Keys> {t('needs:round.keysLine')}
        </span>
        <span>
          <Keys>+</Keys> {t('needs:long.keys')}
        </span>
        {round.domains.every(({ domain }) => earlierOf(domain) === undefined) ? null : (
          <span>
            <Keys>=</Keys> {t('needs:last.keys')}
          </span>
        )}
      </p>
      <ul ref={rows} className="v-domains" aria-label={t('needs:round.domains')}>
        {round.domains.map(({ domain, statements, items }, at) => (
          <RoundRow
            key={domain}
            domain={domain}
            value={desk.choice(domain)}
            statements={statements}
            listed={items?.filter(({ answer }) => answer === 'NEED').length ?? 0}
            helpId={helpId}
            round={round}
            earlier={earlierOf(domain)}
            typed={lines.value[domain] ?? noLine}
            onTyped={(change) => lines.set((now) => withLine(now, domain, change))}
            onAnswer={(choice) => void desk.answer(domain, choice)}
            onSay={(text, basis) => desk.say(domain, text, basis)}
            onMove={(by) => focusRow(at + by)}
            onConfirm={(fromRoundId) => void desk.confirm(domain, fromRoundId)}
            onDeepen={() => onDeepen(domain)}
          />
        ))}
      </ul>
    </Stack>
  );
};
