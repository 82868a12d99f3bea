import { useState } from 'react';
import { HashRouter, Navigate, Route, Routes } from 'react-router';
import { ArrivalsPage } from '../../features/arrivals/arrivals-page.tsx';
import { AuditPage } from '../../features/audit/audit-page.tsx';
import { ContactsPage } from '../../features/contacts/contacts-page.tsx';
import { PeopleList } from '../../features/people/people-list.tsx';
import { PersonPage } from '../../features/person/person-page.tsx';
import { RegisterImport } from '../../features/registers/register-import.tsx';
import { DemoBand } from '../demo-band.tsx';
import { useMay, useSession } from '../session-context.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { NavBar } from './nav-bar.tsx';
import { NoCases } from './no-cases.tsx';
import { PlacesContext, usePlacesMemory } from './places.ts';
import { RecoveryReminder } from './recovery-reminder.tsx';
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
                {readsCases ? <Route path="/people" element={<PeopleList />} /> : null}
                {readsCases ? <Route path="/people/:id" element={<PersonPage />} /> : null}
                {may('register.import') ? <Route path="/register-import" element={<RegisterImport />} /> : null}
                {may('import.open') ? <Route path="/arrivals" element={<ArrivalsPage />} /> : null}
                {may('contact.read') ? <Route path="/services" element={<ContactsPage />} /> : null}
                {may('audit.read') ? <Route path="/audit" element={<AuditPage />} /> : null}
                <Route path="/*" element={readsCases ? <Navigate to="/people" replace /> : <NoCases />} />
              </Routes>
            </div>
          </div>
        </div>
        <AboutDialog isOpen={about} onClose={() => setAbout(false)} />
      </TogetherContext>
    </PlacesContext>
  );
};
