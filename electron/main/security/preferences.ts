import type { WebPreferences } from 'electron';

/** In memory: nothing the browser would keep (cookies, storage, caches) reaches the disk. */
export const PARTITION = 'varco';

/** Interfaces of the browser that reach files, devices or other programs; Varco has its own way to each it needs. */
const UNUSED_FEATURES = ['FileSystemAccessLocal', 'WebUSB', 'WebHID', 'Serial', 'WebBluetooth', 'WebNFC', 'Notifications', 'SharedWorker', 'WebShare', 'PaymentRequest'];

/**
 * Preferences of every window. Complete and frozen, although some repeat a default: a default may change.
 * @param preload absolute path of the built preload
 * @param development whether the browser's tools may be opened
 */
export const webPreferences = (preload: string, development: boolean): Readonly<WebPreferences> =>
  Object.freeze({
    preload,
    partition: PARTITION,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    disableBlinkFeatures: UNUSED_FEATURES.join(','),
    webviewTag: false,
    plugins: false,
    webgl: false,
    enableWebSQL: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: development,
    v8CacheOptions: 'none',
    autoplayPolicy: 'user-gesture-required',
    disableDialogs: true,
  } satisfies WebPreferences);
