import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { bridgeChannels, DROP_LIMIT, EVENT_CHANNEL, PORT_CHANNEL, PORT_MESSAGE, type Bridge, type BridgeCall, type BridgeEvent } from '../../shared/contract/bridge.ts';

const call =
  (name: BridgeCall) =>
  async (payload?: unknown): Promise<never> =>
    ipcRenderer.invoke(bridgeChannels[name], payload) as Promise<never>;

const bridge: Bridge = {
  connect: call('connect'),
  lock: call('lock'),
  hidden: call('hidden'),
  setLanguage: call('setLanguage'),
  keptAppearance: call('keptAppearance'),
  keepAppearance: call('keepAppearance'),
  chooseFile: call('chooseFile'),
  chooseScans: call('chooseScans'),
  chooseFolder: call('chooseFolder'),
  saveFile: call('saveFile'),
  print: call('print'),
  listMedia: call('listMedia'),
  takeFolder: call('takeFolder'),
  takeEnvelope: call('takeEnvelope'),
  // one more than is opened, so that main can say that there were too many
  dropEnvelopes: (files) => call('droppedEnvelopes')(files.slice(0, DROP_LIMIT + 1).map((file) => webUtils.getPathForFile(file))),
  onEvent: (listener) => {
    const hear = (_event: unknown, told: BridgeEvent): void => listener(told);
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => ipcRenderer.off(EVENT_CHANNEL, hear);
  },
};

contextBridge.exposeInMainWorld('varco', bridge);

// A port cannot cross the context bridge; a window message to our own origin can carry it.
ipcRenderer.on(PORT_CHANNEL, (event) => window.postMessage(PORT_MESSAGE, window.location.origin, [...event.ports]));
