import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MediumWay } from '../../../shared/domain/medium.ts';
import { RadioGroup } from '../../design/choice.tsx';
import type { ChosenTarget } from './choose-target.tsx';
import { OTHER } from './target.ts';

export interface ChosenWay {
  readonly way: MediumWay;
  /** a stick that was seen needs no question */
  readonly asked: boolean;
  readonly choose: (way: MediumWay) => void;
}

/** How the file goes on from where it is written. A folder may be the way to a disc or to certified mail. */
export const useWay = (target: ChosenTarget): ChosenWay => {
  const [wish, setWish] = useState<MediumWay>('STICK');
  const asked = target.chosen === OTHER;
  return { way: asked ? wish : 'STICK', asked, choose: setWish };
};

/** Asks how it goes on, where the program cannot see it. */
export const ChooseWay = ({ way }: { readonly way: ChosenWay }) => {
  const { t } = useTranslation();
  if (!way.asked) return null;
  return (
    <RadioGroup
      label={t('handover:way.label')}
      value={way.way}
      onChange={(id) => way.choose(MediumWay.parse(id))}
      options={MediumWay.options.map((id) => ({ id, label: t(`enums:mediumWay.${id}`), hint: t(`handover:way.hint.${id}`) }))}
    />
  );
};
