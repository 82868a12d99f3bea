import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import type { FilePurpose, PrintResult } from '../../shared/contract/bridge.ts';
import type { LockReason } from '../../shared/domain/audit.ts';
import type { CoreMessage, CoreStart, HostMessage } from '../core/host-messages.ts';
import { coreEnvironment } from './core-environment.ts';
import { afterDeath } from './deaths.ts';

/** How long a core may take to end by itself before it is ended; everything acknowledged is on disk already. */
const CLOSE_MS = 3_000;

export interface CoreHostOptions {
  /** the built entry of the core */
  readonly entry: string;
  readonly start: CoreStart;
  /** the core ended by itself; with `restarting`, a new one runs already */
  readonly onGone: (exitCode: number, restarting: boolean) => void;
  readonly onSession: (unlocked: boolean, idleMinutes: number) => void;
}

/** Owns the core's process: starts it, brokers its ports, gives it chosen paths, ends it to lock, starts it again when it dies. */
export class CoreHost {
  readonly #options: CoreHostOptions;
  readonly #waiting = new Map<string, { done: (allowed: boolean) => void; fail: (error: Error) => void }>();
  #deaths: readonly number[] = [];
  #child: UtilityProcess | undefined;
  #ending: Promise<void> | undefined;

  constructor(options: CoreHostOptions) {
    this.#options = options;
    this.#start();
  }

  #start(): void {
    const child = utilityProcess.fork(this.#options.entry, [], {
      serviceName: 'Varco core',
      env: coreEnvironment(process.env),
      execArgv: [],
      stdio: 'inherit',
    });
    this.#child = child;
    child.on('message', (message: CoreMessage) => this.#hear(message));
    child.once('exit', (code) => this.#gone(child, code));
    this.#tell({ type: 'start', start: this.#options.start });
  }

  #tell(message: HostMessage, ports: MessagePortMain[] = []): void {
    this.#child?.postMessage(message, ports);
  }

  #hear(message: CoreMessage): void {
    if (message.type === 'session') this.#options.onSession(message.unlocked, message.idleMinutes);
    else if (message.type === 'granted') this.#waiting.get(message.token)?.done(true);
    else this.#waiting.get(message.ticket)?.done(message.allowed);
  }

  #gone(child: UtilityProcess, exitCode: number): void {
    for (const { fail } of this.#waiting.values()) fail(new Error('core ended'));
    if (this.#child !== child || this.#ending !== undefined) return;
    const { restart, deaths } = afterDeath(this.#deaths, Date.now());
    this.#deaths = deaths;
    this.#child = undefined;
    if (restart) this.#start();
    this.#options.onGone(exitCode, restart);
  }

  /**
   * A new port to the core for a window; the window's earlier one is closed.
   * @returns the window's end
   * @throws when the core died too often and is not started any more
   */
  async connect(window: number): Promise<MessagePortMain> {
    await this.#ending;
    if (this.#child === undefined) throw new Error('no core');
    const { port1, port2 } = new MessageChannelMain();
    this.#tell({ type: 'connect', window }, [port1]);
    return port2;
  }

  /**
   * Gives the core a path somebody chose.
   * @returns the token for the page, once the core knows it: the page's call takes another way and could be faster
   */
  async grant(path: string, purpose: FilePurpose): Promise<string> {
    const token = randomUUID();
    await this.#ask(token, { type: 'grant', grant: { token, path, purpose } });
    return token;
  }

  /** Whether the core recorded what is to be printed and gave this ticket for it; it is good once. */
  mayPrint(ticket: string): Promise<boolean> {
    return this.#ask(ticket, { type: 'takeTicket', ticket });
  }

  /** Tells the core what came of a printing, to be recorded; one that locked meanwhile has ended. */
  printed(ticket: string, result: PrintResult): void {
    this.#tell({ type: 'printed', ticket, result });
  }

  /** Sends a message whose answer carries `key`. @throws when there is no core, or it ends before it answers */
  async #ask(key: string, message: HostMessage): Promise<boolean> {
    await this.#ending;
    if (this.#child === undefined) throw new Error('no core');
    try {
      return await new Promise<boolean>((done, fail) => {
        this.#waiting.set(key, { done, fail });
        this.#tell(message);
      });
    } finally {
      this.#waiting.delete(key);
    }
  }

  /** Ends the core, and with it every key and every port; a new one is started unless the program ends. `by` is recorded. */
  async end(restart: boolean, by: LockReason): Promise<void> {
    this.#ending ??= this.#end(restart, by).finally(() => (this.#ending = undefined));
    await this.#ending;
  }

  async #end(restart: boolean, by: LockReason): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child !== undefined) {
      const exit = once(child, 'exit');
      // one just forked cannot be ended yet: without a process id nothing would reach it
      if (child.pid === undefined) await Promise.race([once(child, 'spawn'), exit]);
      const { pid } = child;
      child.postMessage({ type: 'close', by } satisfies HostMessage);
      const patience = setTimeout(() => pid !== undefined && process.kill(pid, 'SIGKILL'), CLOSE_MS);
      await exit;
      clearTimeout(patience);
    }
    if (restart) this.#start();
  }
}
