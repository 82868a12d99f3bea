import { expect } from '@playwright/test';
import type { LaunchedApp } from './app.ts';

/**
 * Loads a page with nothing of ours and no policy into the program's window: what is seen then is done by the main
 * process and the preload alone. `…?redirect` leads to `outside`.
 */
export const loadEmptyPage = async ({ app, page }: LaunchedApp, outside = 'app://varco'): Promise<void> => {
  // a file of the first page still on its way would never arrive
  await page.waitForLoadState('load');
  await app.evaluate(({ session }, elsewhere) => {
    const { protocol } = session.fromPartition('varco');
    protocol.unhandle('app');
    protocol.handle('app', (request) =>
      request.url.includes('redirect')
        ? new Response(null, { status: 302, headers: { location: `${elsewhere}/redirect` } })
        : new Response('<!doctype html><title>no policy</title><body>', { headers: { 'content-type': 'text/html' } }),
    );
  }, outside);
  await page.reload();
  await expect.poll(() => page.evaluate(() => document.documentElement.outerHTML)).toContain('no policy');
};
