import { Button } from 'react-aria-components/Button';

interface SortHeaderProps {
  readonly title: string;
  /** which way the table is sorted by this column now */
  readonly order: 'ascending' | 'descending' | 'none';
  readonly onPress: () => void;
}

/** The head of a column that the table can be sorted by. */
export const SortHeader = ({ title, order, onPress }: SortHeaderProps) => (
  <th scope="col" aria-sort={order}>
    <Button className="v-sort" {...(order === 'none' ? {} : { 'data-on': '' })} onPress={onPress}>
      {title}
      <span aria-hidden="true">{order === 'none' ? '' : order === 'descending' ? '↓' : '↑'}</span>
    </Button>
  </th>
);
