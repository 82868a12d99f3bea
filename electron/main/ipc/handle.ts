import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { bridgeChannels, type BridgeCall, type BridgeCalls } from '../../../shared/contract/bridge.ts';
import { maySpeak, type Sender } from '../security/sender.ts';
import { payloads } from './payloads.ts';

/** What main does for each call. `contents` is the window that asked. */
export type CallHandlers = {
  readonly [C in BridgeCall]: (payload: Parameters<BridgeCalls[C]>[0], contents: WebContents) => ReturnType<BridgeCalls[C]>;
};

/**
 * The one way a message of a page reaches the main process: sender checked, payload checked, then the work.
 * The page learns only that it was refused or failed; paths and stacks stay here.
 */
export const answerCall = async <C extends BridgeCall>(
  call: C,
  sender: Sender,
  payload: unknown,
  work: (payload: Parameters<BridgeCalls[C]>[0]) => ReturnType<BridgeCalls[C]>,
): Promise<Awaited<ReturnType<BridgeCalls[C]>>> => {
  if (!maySpeak(sender)) throw new Error('refused: sender');
  const checked = payloads[call].safeParse(payload);
  if (!checked.success) throw new Error('refused: payload');
  try {
    return await work(checked.data);
  } catch {
    throw new Error('failed');
  }
};

const senderOf = (event: IpcMainInvokeEvent, isOurWindow: (contents: WebContents) => boolean): Sender => ({
  url: event.senderFrame?.url ?? null,
  isMainFrame: event.senderFrame !== null && event.senderFrame === event.sender.mainFrame,
  isOurWindow: isOurWindow(event.sender),
});

/** Registers every call of the bridge. There is no other `ipcMain` handler in the program. */
export const registerCalls = (ipcMain: IpcMain, isOurWindow: (contents: WebContents) => boolean, handlers: CallHandlers): void => {
  const register = <C extends BridgeCall>(call: C): void =>
    ipcMain.handle(bridgeChannels[call], (event, payload: unknown) =>
      answerCall(call, senderOf(event, isOurWindow), payload, (checked) => handlers[call](checked, event.sender)),
    );
  for (const call of Object.keys(bridgeChannels) as BridgeCall[]) register(call);
};
