import type { Line } from './connection.ts';
import { Crash } from './crash.tsx';
import { LineContext } from './line-context.tsx';
import { PreferencesProvider } from './preferences-context.tsx';
import type { Preferences } from './preferences.ts';
import { SessionGate } from './session-gate.tsx';

/** The whole page: language and theme around everything, then whoever is at the screen. */
export const App = ({ line, preferences }: { readonly line: Line; readonly preferences: Preferences }) => (
  <LineContext value={line}>
    <PreferencesProvider first={preferences}>
      <Crash>
        <SessionGate />
      </Crash>
    </PreferencesProvider>
  </LineContext>
);
