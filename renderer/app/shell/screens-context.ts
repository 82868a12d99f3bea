import { createContext, useContext } from 'react';
import type { Screen } from './screens.tsx';

/** The screens open to whoever is unlocked, for what lists them without importing them. */
export const ScreensContext = createContext<readonly Screen[]>([]);

export const useScreens = (): readonly Screen[] => useContext(ScreensContext);
