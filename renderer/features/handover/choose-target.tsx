import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile, KnownPlace } from '../../../shared/contract/bridge.ts';
import { bridge } from '../../app/bridge.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { localeOf } from '../../app/preferences.ts';
import { RadioGroup } from '../../design/choice.tsx';
import { chosenOf, OTHER, sizeText, targetsOf, type Target } from './target.ts';
import { useMedia } from './use-media.ts';

export interface ChosenTarget {
  readonly targets: readonly Target[];
  readonly protectedNames: readonly string[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
  /** The folder to write to: at once for a known place, through the dialog otherwise. Null when cancelled or gone. */
  readonly take: () => Promise<ChosenFile | null>;
}

/** Where something is going to be written. `same`: the folder that an answered envelope came from. */
export const useTarget = (same?: KnownPlace): ChosenTarget => {
  const media = useMedia() ?? [];
  const [wish, setWish] = useState<string | undefined>(undefined);
  const targets = targetsOf(same, media);
  const chosen = chosenOf(targets, wish);
  return {
    targets,
    protectedNames: media.filter(({ readOnly }) => readOnly).map(({ name }) => name),
    chosen,
    choose: setWish,
    take: async () => {
      const known = chosen === OTHER ? null : await bridge().takeFolder(chosen);
      // a stick that was pulled out since: the dialog shows what is there
      return known ?? (await bridge().chooseFolder());
    },
  };
};

/** The places to write to, when there is more than the dialog to choose from. */
export const ChooseTarget = ({ target, label }: { readonly target: ChosenTarget; readonly label: string }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const number = (value: number): string => value.toLocaleString(localeOf[preferences.language]);
  const { targets, protectedNames } = target;
  return (
    <>
      {targets.length < 2 ? (
        <p className="v-small v-soft">{t('handover:target.none')}</p>
      ) : (
        <RadioGroup
          label={label}
          value={target.chosen}
          onChange={target.choose}
          options={targets.map(({ id, kind, name, free }) => ({
            id,
            label: kind === 'other' ? t('handover:target.other') : kind === 'same' ? t('handover:target.same', { name }) : name,
            ...(free === undefined ? {} : { hint: t('handover:target.free', { size: sizeText(free, number) }) }),
          }))}
        />
      )}
      {protectedNames.length === 0 ? null : <p className="v-small v-soft">{t('handover:target.protected', { names: protectedNames.join(', ') })}</p>}
    </>
  );
};
