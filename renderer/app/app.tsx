import type { Line } from './connection.ts';
import { Crash } from './crash.tsx';
import { LineContext } from './line-context.tsx';
import { PreferencesProvider } from './preferences-context.tsx';
import { SessionGate } from './session-gate.tsx';

/** The whole page: language and theme around everything, then whoever is at the screen. */
export const App = ({ line }: { readonly line: Line }) => (
  <LineContext value={line}>
    <PreferencesProvider>
      <Crash>
        <SessionGate />
      </Crash>
    </PreferencesProvider>
  </LineContext>
);
