import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../design/styles/index.css';
import { App } from './app.tsx';
import { bridge } from './bridge.ts';
import { listenForCore } from './connection.ts';
import { firstPreferences } from './preferences.ts';

const line = listenForCore(window);
void bridge().connect();

const place = document.getElementById('varco');
if (place === null) throw new Error('index.html has no place for the application');
const kept = await bridge().keptAppearance();
createRoot(place).render(
  <StrictMode>
    <App line={line} preferences={firstPreferences(kept, navigator.languages)} />
  </StrictMode>,
);
