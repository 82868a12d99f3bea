import { HashRouter, Navigate, Route, Routes } from 'react-router';
import { BreachReminder } from '../../features/breaches/breach-reminder.tsx';
import { DemoBand } from '../demo-band.tsx';
import { ShelfProvider } from '../drafts/shelf-context.tsx';
import { WaitingForms } from '../drafts/waiting-forms.tsx';
import { useMay, useSession } from '../session-context.tsx';
import { ClockBand } from './clock-band.tsx';
import { DeskContext } from './desk-context.ts';
import { DeskThings, useDeskState } from './desk.tsx';
import { NavBar } from './nav-bar.tsx';
import { NoCases } from './no-cases.tsx';
import { usePlaceBefore } from './place-memory.ts';
import { PlacesContext, usePlacesMemory } from './places.ts';
import { RecoveryReminder } from './recovery-reminder.tsx';
import { ScreensContext } from './screens-context.ts';
import { screensFor } from './screens.tsx';
import { TogetherContext, useTogetherMode } from './together.ts';
import { TopBar } from './top-bar.tsx';
import { useShellKeys } from './use-shell-keys.ts';

/** Everything behind the unlock: navigation on the left, search above, one screen. */
export const Shell = () => (
  <HashRouter>
    <ShelfProvider>
      <ShellFrame />
    </ShelfProvider>
  </HashRouter>
);

const ShellFrame = () => {
  const { status } = useSession();
  const may = useMay();
  const places = usePlacesMemory();
  const together = useTogetherMode();
  const desk = useDeskState();
  useShellKeys(desk);
  const readsCases = may('case.read');
  // a teacher has courses and a duty officer packs; everybody else without cases is told so
  const hasHome = readsCases || may('pack.print') || may('learning.mark');
  const open = screensFor(status, may);
  const home = open[0]?.path ?? '/';
  const before = usePlaceBefore(status.user?.id ?? '', open.map(({ path }) => path));
  return (
    <PlacesContext value={places}>
      <TogetherContext value={together}>
        <DeskContext value={desk}>
          <div className="v-app">
            {status.workplace?.demo === true ? <DemoBand /> : null}
            <ClockBand />
            <div className="v-shell">
              <NavBar onAbout={() => desk.lay({ what: 'about' })} />
              <div className="v-main">
                {readsCases && !together.on ? <TopBar /> : <TopBar withoutSearch />}
                {together.on ? null : <RecoveryReminder />}
                <BreachReminder />
                <WaitingForms home={home} />
                <Routes>
                  {open.map(({ id, path, element }) => (
                    <Route key={id} path={path} element={element} />
                  ))}
                  <Route path="/*" element={hasHome ? <Navigate to={before ?? home} replace /> : <NoCases screens={open} />} />
                </Routes>
              </div>
            </div>
          </div>
          <ScreensContext value={open}>
            <DeskThings />
          </ScreensContext>
        </DeskContext>
      </TogetherContext>
    </PlacesContext>
  );
};
