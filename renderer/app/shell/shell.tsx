import { useState } from 'react';
import { HashRouter, Navigate, Route, Routes } from 'react-router';
import { DemoBand } from '../demo-band.tsx';
import { useMay, useSession } from '../session-context.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { NavBar } from './nav-bar.tsx';
import { NoCases } from './no-cases.tsx';
import { PlacesContext, usePlacesMemory } from './places.ts';
import { RecoveryReminder } from './recovery-reminder.tsx';
import { screensFor } from './screens.tsx';
import { TogetherContext, useTogetherMode } from './together.ts';
import { TopBar } from './top-bar.tsx';
import { useShellKeys } from './use-shell-keys.ts';

/** Everything behind the unlock: navigation on the left, search above, one screen. */
export const Shell = () => (
  <HashRouter>
    <ShellFrame />
  </HashRouter>
);

const ShellFrame = () => {
  const { status } = useSession();
  const may = useMay();
  const [about, setAbout] = useState(false);
  const places = usePlacesMemory();
  const together = useTogetherMode();
  useShellKeys();
  const readsCases = may('case.read');
  const open = screensFor(status, may);
  return (
    <PlacesContext value={places}>
      <TogetherContext value={together}>
        <div className="v-app">
          {status.workplace?.demo === true ? <DemoBand /> : null}
          <div className="v-shell">
            <NavBar onAbout={() => setAbout(true)} />
            <div className="v-main">
              {readsCases && !together.on ? <TopBar /> : <TopBar withoutSearch />}
              {status.recoveryPending ? <RecoveryReminder /> : null}
              <Routes>
                {open.map(({ id, path, element }) => (
                  <Route key={id} path={path} element={element} />
                ))}
                <Route path="/*" element={readsCases ? <Navigate to={open[0]?.path ?? '/'} replace /> : <NoCases />} />
              </Routes>
            </div>
          </div>
        </div>
        <AboutDialog isOpen={about} onClose={() => setAbout(false)} />
      </TogetherContext>
    </PlacesContext>
  );
};
