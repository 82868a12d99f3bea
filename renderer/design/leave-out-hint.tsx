import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import type { LeaveOutHit } from '../../shared/domain/leave-out.ts';
import { leaveOutHits } from '../../shared/leave-out/index.ts';
import { Arrow } from './select.tsx';

/** Nobody is interrupted in the middle of a word. */
const PAUSE = 400;

/** Why somebody keeps it. The reason is asked so that one thinks, and is kept nowhere. */
const reasons = ['NAME', 'OTHER_MEANING', 'NEEDED', 'PERSON'] as const;

const keyOf = ({ kind, words }: LeaveOutHit): string => `${kind} ${words.toLowerCase()}`;

/** The hits of a text, some moments after it was typed. */
const useHits = (text: string): readonly LeaveOutHit[] => {
  const [hits, setHits] = useState(() => leaveOutHits(text));
  useEffect(() => {
    const timer = setTimeout(() => setHits(leaveOutHits(text)), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return hits;
};

/**
 * Says below a field for words about a person what rather does not belong there: a diagnosis, the offence, a victim. It may
 * be wrong, so it blocks nothing, and nobody records that it was said or why the words were kept.
 */
export const LeaveOutHint = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const hits = useHits(text).filter((hit) => !kept.has(keyOf(hit)));
  const [first] = hits;
  const same = hits.filter(({ kind }) => kind === first?.kind);
  const words = [...new Set(same.map((hit) => hit.words))].slice(0, 3).join(', ');
  return (
    <div role="status" className="v-leave-out" {...(first === undefined ? { hidden: true } : {})}>
      {first === undefined ? null : (
        <>
          <span>{t(`common:leaveOut.${first.kind}`, { words })}</span>{' '}
          <MenuTrigger>
            <Button className="v-button" data-variant="link">
              {t('common:leaveOut.keep')}
              <Arrow />
            </Button>
            <Popover className="v-popover" placement="bottom start">
              <Menu aria-label={t('common:leaveOut.keep')} onAction={() => setKept((old) => new Set([...old, ...same.map(keyOf)]))}>
                {reasons.map((reason) => (
                  <MenuItem key={reason} id={reason} className="v-option" textValue={t(`common:leaveOut.because.${reason}`)}>
                    {t(`common:leaveOut.because.${reason}`)}
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </MenuTrigger>
        </>
      )}
    </div>
  );
};
