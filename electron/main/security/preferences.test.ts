import { expect, it } from 'vitest';
import { webPreferences } from './preferences.ts';

it('keeps the page in its box', () => {
  expect(webPreferences('/app/preload.cjs', false)).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
});

it('keeps nothing of the page on the disk', () => expect(webPreferences('/app/preload.cjs', false).partition).not.toMatch(/^persist:/));

it("opens the browser's tools in development only", () => expect(webPreferences('/app/preload.cjs', true).devTools).toBe(true));

it('cannot be loosened later', () => expect(() => Object.assign(webPreferences('/app/preload.cjs', false), { sandbox: false })).toThrow(TypeError));
