import { useLocation } from 'react-router';
import { useMay } from '../../app/session-context.tsx';
import { BreachDeadlines } from './deadlines.tsx';

/** The deadlines for those who decide and have no day of work here (administration, audit): on the screen they begin with. */
export const BreachReminder = () => {
  const may = useMay();
  const { pathname } = useLocation();
  if (!may('breach.decide') || may('case.read') || pathname !== '/') return null;
  return (
    <div className="v-told">
      <BreachDeadlines />
    </div>
  );
};
