import { contextBridge, ipcRenderer } from 'electron';
import { bridgeChannels, EVENT_CHANNEL, PORT_CHANNEL, PORT_MESSAGE, type Bridge, type BridgeCall, type BridgeEvent } from '../../shared/contract/bridge.ts';

const call =
  (name: BridgeCall) =>
  async (payload?: unknown): Promise<never> =>
    ipcRenderer.invoke(bridgeChannels[name], payload) as Promise<never>;

const bridge: Bridge = {
  connect: call('connect'),
  lock: call('lock'),
  setLanguage: call('setLanguage'),
  keptAppearance: call('keptAppearance'),
  keepAppearance: call('keepAppearance'),
  chooseFile: call('chooseFile'),
  chooseFolder: call('chooseFolder'),
  saveFile: call('saveFile'),
  print: call('print'),
  onEvent: (listener) => {
    const hear = (_event: unknown, told: BridgeEvent): void => listener(told);
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => ipcRenderer.off(EVENT_CHANNEL, hear);
  },
};

contextBridge.exposeInMainWorld('varco', bridge);

// A port cannot cross the context bridge; a window message to our own origin can carry it.
ipcRenderer.on(PORT_CHANNEL, (event) => window.postMessage(PORT_MESSAGE, window.location.origin, [...event.ports]));
