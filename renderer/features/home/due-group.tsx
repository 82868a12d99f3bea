import { useTranslation } from 'react-i18next';
import type { DueView } from '../../../shared/contract/home.ts';
import { Button } from '../../design/button.tsx';
import { Card } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { Line } from './due-line.tsx';

/** What is due today, this week or later. */
export const Group = ({ group, onMore }: { readonly group: DueView['groups'][number]; readonly onMore: () => void }) => {
  const { t } = useTranslation();
  const { lines, total } = group;
  const title = t(`enums:dueGroup.${group.group}`);
  return (
    <Card title={title} flush={lines.length > 0} aside={<Tag tone={group.group === 'NOW' && total > 0 ? 'danger' : 'plain'}>{String(total)}</Tag>}>
      {lines.length === 0 ? (
        <p className="v-soft">{t('home:nothingNow')}</p>
      ) : (
        <ul aria-label={title}>
          {lines.map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </ul>
      )}
      {total > lines.length ? (
        <div className="v-due-more">
          <Button variant="link" onPress={onMore}>
            {t('home:more', { count: total - lines.length })}
          </Button>
        </div>
      ) : null}
    </Card>
  );
};
