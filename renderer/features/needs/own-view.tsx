import { useTranslation } from 'react-i18next';
import type { OwnView as Own } from '../../../shared/domain/needs.ts';
import { Pair } from '../../design/layout.tsx';
import { Select } from '../../design/select.tsx';

const NOT_SAID = 'NOT_SAID';
const points = Array.from({ length: 11 }, (_, at) => String(at));

/** How the person sees a domain: two numbers they say, or do not. Nothing is reckoned from them. */
export const OwnView = ({ own, onOwn }: { readonly own: Own | undefined; readonly onOwn: (own: Own) => void }) => {
  const { t } = useTranslation();
  const options = [{ id: NOT_SAID, label: t('needs:long.notSaid') }, ...points.map((id) => ({ id, label: id }))];
  const say = (which: keyof Own, chosen: string) => {
    const { [which]: _before, ...rest } = own ?? {};
    onOwn(chosen === NOT_SAID ? rest : { ...rest, [which]: Number(chosen) });
  };
  return (
    <Pair>
      <Select label={t('needs:long.ownNow')} value={String(own?.now ?? NOT_SAID)} onChange={(id) => say('now', id)} options={options} />
      <Select label={t('needs:long.ownMatters')} value={String(own?.matters ?? NOT_SAID)} onChange={(id) => say('matters', id)} options={options} />
    </Pair>
  );
};
