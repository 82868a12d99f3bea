import type { WebContents } from 'electron';
import { START_URL } from './origin.ts';

/** The page never leaves itself; only loading the start page again (a reload) is no journey. */
export const mayNavigate = (address: string, isMainFrame: boolean): boolean =>
  isMainFrame && URL.canParse(address) && address.replace(/[?#].*$/s, '') === START_URL;

/** Links, forms, scripts, redirects, dropped files and frames cannot lead anywhere else. */
export const denyNavigation = (contents: WebContents): void => {
  contents.on('will-navigate', (details) => {
    if (!mayNavigate(details.url, true)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!mayNavigate(details.url, details.isMainFrame)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
};
