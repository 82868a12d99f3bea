import { RPCHandler } from '@orpc/server/message-port';
import type { LockReason } from '../../shared/domain/audit.ts';
import { createCore } from './core.ts';
import { ensureDemo } from './demo/ensure.ts';
import { FileGrants } from './file-grants.ts';
import type { PrintTickets } from './services/documents/print.ts';
import type { CoreMessage, CoreStart, HostMessage } from './host-messages.ts';

/** Entry of the core's process: joins the main process's messages and the windows' ports to the core. */
type Port = Electron.MessagePortMain;
const host = process.parentPort;
const tell = (message: CoreMessage): void => host.postMessage(message);

// Node would open a debugger, and with it every key, for whoever may send this signal
process.on('SIGUSR1', () => undefined);

const grants = new FileGrants();
const ports = new Map<number, Port>();
let connect = (_window: number, _port: Port): void => {};
let tickets: PrintTickets | undefined;
let close = async (_by: LockReason): Promise<void> => {};

const begin = (start: CoreStart): void => {
  const core = createCore({
    ...start,
    grants,
    ...(start.demo ? { prepare: () => ensureDemo(start.vaultDir, start.version, Date.now, start.demoCountry) } : {}),
    onSession: (unlocked, idleMinutes) => tell({ type: 'session', unlocked, idleMinutes }),
  });
  tickets = core.tickets;
  const handler = new RPCHandler(core.router);
  connect = (window, port) => {
    ports.get(window)?.close();
    ports.set(window, port);
    handler.upgrade(port, { context: core.context(port) });
    port.start();
  };
  close = async (by) => {
    for (const port of ports.values()) port.close();
    await core.close(by);
  };
};

host.on('message', ({ data, ports: [port] }) => {
  const message = data as HostMessage;
  if (message.type === 'start') begin(message.start);
  else if (message.type === 'connect' && port !== undefined) connect(message.window, port);
  else if (message.type === 'grant') {
    grants.add(message.grant);
    tell({ type: 'granted', token: message.grant.token });
  } else if (message.type === 'takeTicket') tell({ type: 'mayPrint', ticket: message.ticket, allowed: tickets?.take(message.ticket) ?? false });
  // a core that locked meanwhile forgot the ticket: the record then says that printing was begun
  else if (message.type === 'printed') void tickets?.finish(message.ticket, message.result).catch(() => undefined);
  else if (message.type === 'close') void close(message.by).finally(() => process.exit(0));
});
