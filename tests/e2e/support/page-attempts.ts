import type { Target } from './network-attempts.ts';

/** One way for a page to leave itself, run code it brought along, or ask the system for something. */
export interface PageAttempt {
  readonly name: string;
  /** Runs inside the page, alone. Resolves to what the page noticed. */
  readonly inPage: (target: Target) => Promise<string> | string;
  readonly outcome: RegExp;
  /** the policy's directive that must report it */
  readonly directive?: string;
  /** the main process's event that must be seen prevented */
  readonly prevented?: 'will-frame-navigate' | 'will-download';
}

/** Ways out of the page. The address must be the same afterwards, and there must be one window. */
export const journeys: readonly PageAttempt[] = [
  { name: 'location', outcome: /set/, prevented: 'will-frame-navigate', inPage: ({ http }) => ((window.location.href = `${http}/location`), 'set') },
  { name: 'location replaced', outcome: /set/, prevented: 'will-frame-navigate', inPage: ({ http }) => (window.location.replace(`${http}/replace`), 'set') },
  {
    name: 'link',
    outcome: /clicked/,
    prevented: 'will-frame-navigate',
    inPage: ({ http }) => {
      const link = Object.assign(document.createElement('a'), { href: `${http}/link` });
      document.body.append(link);
      link.click();
      link.remove();
      return 'clicked';
    },
  },
  {
    name: 'link to a new window',
    outcome: /clicked/,
    inPage: ({ http }) => {
      const link = Object.assign(document.createElement('a'), { href: `${http}/blank`, target: '_blank' });
      document.body.append(link);
      link.click();
      link.remove();
      return 'clicked';
    },
  },
  {
    name: 'page that refreshes itself elsewhere',
    outcome: /set/,
    prevented: 'will-frame-navigate',
    inPage: ({ http }) => {
      const meta = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0;url=${http}/refresh` });
      document.head.append(meta);
      return 'set';
    },
  },
  {
    name: 'form',
    outcome: /sent/,
    directive: 'form-action',
    inPage: ({ http }) => {
      const form = Object.assign(document.createElement('form'), { action: `${http}/form`, method: 'post' });
      document.body.append(form);
      form.submit();
      form.remove();
      return 'sent';
    },
  },
  { name: 'window.open', outcome: /^null$/, inPage: ({ http }) => String(window.open(`${http}/open`)) },
  { name: 'window.open of nothing', outcome: /^null$/, inPage: () => String(window.open('about:blank')) },
  { name: 'window.open of ourselves', outcome: /^null$/, inPage: () => String(window.open(window.location.href)) },
  { name: 'window.open of a file', outcome: /^null$/, inPage: () => String(window.open('file:///etc/passwd')) },
  {
    name: 'window.open of a blob',
    outcome: /^null$/,
    inPage: () => String(window.open(URL.createObjectURL(new Blob(['<h1>x</h1>'], { type: 'text/html' })))),
  },
  { name: 'file address', outcome: /set/, inPage: () => ((window.location.href = 'file:///etc/passwd'), 'set') },
  { name: 'data address', outcome: /set/, inPage: () => ((window.location.href = 'data:text/html,<h1>x</h1>'), 'set') },
  {
    name: 'blob address',
    outcome: /set/,
    prevented: 'will-frame-navigate',
    inPage: () => ((window.location.href = URL.createObjectURL(new Blob(['<h1>x</h1>'], { type: 'text/html' }))), 'set'),
  },
  { name: 'another host of our scheme', outcome: /set/, prevented: 'will-frame-navigate', inPage: () => ((window.location.href = 'app://other/index.html'), 'set') },
  { name: 'another file of ours', outcome: /set/, prevented: 'will-frame-navigate', inPage: () => ((window.location.href = 'app://varco/../../package.json'), 'set') },
  { name: 'mail program', outcome: /set/, inPage: () => ((window.location.href = 'mailto:somebody@example.org'), 'set') },
  { name: 'program of the system', outcome: /set/, inPage: () => ((window.location.href = 'search-ms:query=x'), 'set') },
  {
    name: 'history written to another place',
    outcome: /SecurityError/,
    inPage: ({ http }) => {
      try {
        window.history.pushState(null, '', `${http}/history`);
        return 'pushed';
      } catch (error) {
        return (error as Error).name;
      }
    },
  },
  {
    name: 'download',
    outcome: /clicked/,
    prevented: 'will-download',
    inPage: () => {
      const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['secret'])), download: 'secret.txt' });
      document.body.append(link);
      link.click();
      link.remove();
      return 'clicked';
    },
  },
  {
    name: 'frame of our own files',
    outcome: /asked/,
    directive: 'frame-src',
    inPage: () => {
      const frame = document.createElement('iframe');
      frame.src = `${window.location.origin}/index.html?framed`;
      document.body.append(frame);
      return 'asked';
    },
  },
  {
    name: 'webview element',
    outcome: /HTMLUnknownElement|HTMLElement/,
    inPage: ({ http }) => {
      const view = document.createElement('webview');
      view.setAttribute('src', `${http}/webview`);
      document.body.append(view);
      view.remove();
      return view.constructor.name;
    },
  },
];

/** Code that did not come with the program, and doors that must not exist. */
export const intrusions: readonly PageAttempt[] = [
  {
    name: 'eval',
    outcome: /^EvalError$/,
    directive: 'script-src',
    inPage: async () => {
      // code started by a debugger may evaluate; what runs in a later turn may not
      await new Promise((turn) => void setTimeout(turn));
      try {
        // oxlint-disable-next-line no-eval -- the attempt
        return String((0, eval)('1 + 1'));
      } catch (error) {
        return (error as Error).name;
      }
    },
  },
  {
    name: 'Function constructor',
    outcome: /^EvalError$/,
    directive: 'script-src',
    inPage: async () => {
      // code started by a debugger may evaluate; what runs in a later turn may not
      await new Promise((turn) => void setTimeout(turn));
      try {
        // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- the attempt
        return String(new Function('return 1')());
      } catch (error) {
        return (error as Error).name;
      }
    },
  },
  {
    name: 'WebAssembly',
    outcome: /^CompileError$/,
    directive: 'script-src',
    inPage: () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'compiled', (error: Error) => error.name),
  },
  {
    name: 'script written into the page',
    outcome: /^undefined$/,
    directive: 'script-src-elem',
    inPage: () => {
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.head.append(script);
      return String(Reflect.get(window, 'intruder'));
    },
  },
  {
    name: 'script in an attribute',
    outcome: /^undefined$/,
    directive: 'script-src-attr',
    inPage: () => {
      const box = document.createElement('div');
      box.setAttribute('onclick', 'window.intruder = true');
      box.click();
      return String(Reflect.get(window, 'intruder'));
    },
  },
  {
    name: 'javascript address',
    outcome: /^undefined$/,
    directive: 'script-src-elem',
    inPage: async () => {
      const heard = new Promise((resolve) => void document.addEventListener('securitypolicyviolation', resolve, { once: true }));
      window.location.href = 'javascript:void(window.intruder = true)';
      await heard;
      return String(Reflect.get(window, 'intruder'));
    },
  },
  {
    name: 'module made of a blob',
    outcome: /TypeError/,
    directive: 'script-src-elem',
    inPage: () => {
      const address = URL.createObjectURL(new Blob(['export {}'], { type: 'text/javascript' }));
      return import(/* @vite-ignore */ address).then(() => 'loaded', (error: Error) => error.name);
    },
  },
  {
    name: 'style without the nonce',
    outcome: /^0px$/,
    directive: 'style-src-elem',
    inPage: () => {
      const style = document.createElement('style');
      style.textContent = '#hostile-style { border-left: 7px solid }';
      const box = Object.assign(document.createElement('div'), { id: 'hostile-style' });
      document.head.append(style);
      document.body.append(box);
      const { borderLeftWidth } = getComputedStyle(box);
      style.remove();
      box.remove();
      return borderLeftWidth;
    },
  },
  {
    name: 'base address of elsewhere',
    outcome: /^app:\/\/varco\//,
    directive: 'base-uri',
    inPage: ({ http }) => {
      const base = Object.assign(document.createElement('base'), { href: `${http}/` });
      document.head.prepend(base);
      const { href } = new URL('x', document.baseURI);
      base.remove();
      return href;
    },
  },
  {
    name: 'service worker',
    outcome: /^(absent|TypeError|SecurityError|InvalidStateError|NotSupportedError)$/,
    inPage: () =>
      'serviceWorker' in navigator
        ? navigator.serviceWorker.register('/worker.js').then(() => 'registered', (error: Error) => error.name)
        : 'absent',
  },
  {
    name: 'Node in the page',
    outcome: /^$/,
    inPage: () => ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter((name) => name in window).join(' '),
  },
  {
    name: 'bridge in a frame of the page',
    outcome: /^absent$/,
    inPage: () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const found = frame.contentWindow !== null && 'varco' in frame.contentWindow;
      frame.remove();
      return found ? 'found' : 'absent';
    },
  },
  {
    name: 'bridge wider than its calls',
    outcome: /^chooseFile,chooseFolder,chooseScans,connect,dropEnvelopes,hidden,keepAppearance,keptAppearance,listMedia,lock,onEvent,print,saveFile,setLanguage,takeEnvelope,takeFolder$/,
    inPage: () => Object.keys(window.varco).toSorted().join(','),
  },
  {
    name: 'bridge changed by the page',
    outcome: /^TypeError$/,
    inPage: () => {
      try {
        Object.assign(window.varco, { lock: () => 'mine' });
        return 'changed';
      } catch (error) {
        return (error as Error).name;
      }
    },
  },
  {
    name: 'file pickers of the browser',
    outcome: /^$/,
    inPage: () => ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'].filter((name) => name in window).join(' '),
  },
  {
    name: 'XMLHttpRequest to a file',
    outcome: /status 0/,
    inPage: () =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.addEventListener('loadend', () => resolve(`status ${request.status}`));
        request.open('GET', 'file:///etc/passwd');
        request.send();
      }),
  },
];

/** An interface of the browser for which TypeScript has no types. */
type Asked<M extends string> = Record<M, (options: object) => Promise<unknown>>;

const denied = /^(denied|NotAllowedError|SecurityError|NotFoundError|absent|false)$/;
/** Not merely absent: the program under test is given a camera and a microphone. */
const notAllowed = /^NotAllowedError$/;

/** What a page may ask a browser for. */
export const requests: readonly PageAttempt[] = [
  {
    name: 'place',
    outcome: /^(1|absent)$/,
    inPage: () => new Promise((resolve) => void navigator.geolocation.getCurrentPosition(() => resolve('found'), (error) => resolve(String(error.code)))),
  },
  { name: 'camera', outcome: notAllowed, inPage: () => navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', (error: Error) => error.name) },
  { name: 'microphone', outcome: notAllowed, inPage: () => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', (error: Error) => error.name) },
  { name: 'screen', outcome: denied, inPage: () => navigator.mediaDevices.getDisplayMedia().then(() => 'given', (error: Error) => error.name) },
  { name: 'notifications', outcome: denied, inPage: () => ('Notification' in window ? Notification.requestPermission() : 'absent') },
  { name: 'reading the clipboard', outcome: denied, inPage: () => navigator.clipboard.readText().then(() => 'read', (error: Error) => error.name) },
  { name: 'writing the clipboard', outcome: denied, inPage: () => navigator.clipboard.writeText('x').then(() => 'written', (error: Error) => error.name) },
  {
    name: 'what is permitted already',
    outcome: /^$/,
    inPage: async () => {
      const names = ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read', 'clipboard-write', 'midi', 'persistent-storage', 'storage-access', 'background-sync', 'idle-detection'];
      const states = await Promise.all(
        names.map((name) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => (state === 'denied' ? [] : [`${name}: ${state}`]), () => [])),
      );
      return states.flat().join(', ');
    },
  },
  { name: 'persistent storage', outcome: denied, inPage: () => navigator.storage.persist().then(String) },
  { name: 'MIDI', outcome: denied, inPage: () => navigator.requestMIDIAccess({ sysex: true }).then(() => 'given', (error: Error) => error.name) },
  {
    name: 'a USB device',
    outcome: denied,
    inPage: () => {
      const found = Reflect.get(navigator, 'usb') as Asked<'requestDevice'> | undefined;
      return found === undefined ? 'absent' : found.requestDevice({ filters: [] }).then((given) => (Array.isArray(given) && given.length === 0 ? 'denied' : 'given'), (error: Error) => error.name);
    },
  },
  {
    name: 'a serial port',
    outcome: denied,
    inPage: () => {
      const found = Reflect.get(navigator, 'serial') as Asked<'requestPort'> | undefined;
      return found === undefined ? 'absent' : found.requestPort({}).then((given) => (Array.isArray(given) && given.length === 0 ? 'denied' : 'given'), (error: Error) => error.name);
    },
  },
  {
    name: 'a HID device',
    outcome: denied,
    inPage: () => {
      const found = Reflect.get(navigator, 'hid') as Asked<'requestDevice'> | undefined;
      return found === undefined ? 'absent' : found.requestDevice({ filters: [] }).then((given) => (Array.isArray(given) && given.length === 0 ? 'denied' : 'given'), (error: Error) => error.name);
    },
  },
  {
    name: 'a Bluetooth device',
    outcome: denied,
    inPage: () => {
      const found = Reflect.get(navigator, 'bluetooth') as Asked<'requestDevice'> | undefined;
      return found === undefined ? 'absent' : found.requestDevice({ acceptAllDevices: true }).then((given) => (Array.isArray(given) && given.length === 0 ? 'denied' : 'given'), (error: Error) => error.name);
    },
  },
];
