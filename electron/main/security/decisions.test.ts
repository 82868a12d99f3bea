import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { expect, it } from 'vitest';
import { denyDownloads } from './downloads.ts';
import { denyNavigation } from './navigation.ts';
import { permitted } from './permissions.ts';
import { denyWebview } from './webview.ts';
import { openWindow } from './windows.ts';

/** Sends an event to what a rule listens on and tells whether the rule stopped it. */
const stops = (install: (target: never) => void, event: string, details: object = {}): boolean => {
  const target = new EventEmitter();
  install(target as never);
  let stopped = false;
  target.emit(event, { ...details, preventDefault: () => (stopped = true) }, details);
  return stopped;
};

it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'usb', 'fullscreen', 'unknown'])(
  'permits no %s',
  (permission) => expect(permitted(permission)).toBe(false),
);

it('opens no window', () => expect(openWindow({ url: 'app://varco/index.html' })).toEqual({ action: 'deny' }));

it('attaches no webview', () => expect(stops((contents: WebContents) => denyWebview(contents), 'will-attach-webview')).toBe(true));

it('downloads nothing', () => expect(stops((session: Session) => denyDownloads(session), 'will-download')).toBe(true));

it.each([
  ['will-navigate', { url: 'https://example.org/' }, true],
  ['will-navigate', { url: 'app://varco/index.html' }, false],
  ['will-frame-navigate', { url: 'app://varco/index.html', isMainFrame: false }, true],
  ['will-frame-navigate', { url: 'app://varco/index.html', isMainFrame: true }, false],
  ['will-redirect', { url: 'app://varco/index.html' }, true],
])('%s %j is stopped: %s', (event, details, expected) => expect(stops((contents: WebContents) => denyNavigation(contents), event, details)).toBe(expected));
