import type { ElectronApplication, Page } from '@playwright/test';

/** Notes every event and port the page is given from now on. */
export const watchBridge = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const events: unknown[] = [];
    const ports: MessagePort[] = [];
    Object.assign(window, { bridgeEvents: events, bridgePorts: ports, portsClosed: 0 });
    window.varco.onEvent((event) => events.push(event));
    window.addEventListener('message', ({ data, ports: [port] }) => {
      if (data !== 'varco:port' || port === undefined) return;
      port.addEventListener('close', () => Reflect.set(window, 'portsClosed', Number(Reflect.get(window, 'portsClosed')) + 1));
      port.start();
      ports.push(port);
    });
  });

export const bridgeEvents = (page: Page): Promise<unknown[]> => page.evaluate(() => Reflect.get(window, 'bridgeEvents') as unknown[]);
export const portCount = (page: Page): Promise<number> => page.evaluate(() => (Reflect.get(window, 'bridgePorts') as unknown[]).length);
export const portsClosed = (page: Page): Promise<number> => page.evaluate(() => Number(Reflect.get(window, 'portsClosed')));

/** Asks the core over the newest port for the session's status, in the words of the wire. */
export const askStatus = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const port = (Reflect.get(window, 'bridgePorts') as MessagePort[]).at(-1);
        port?.addEventListener('message', ({ data }) => resolve(String(data)));
        port?.postMessage(JSON.stringify({ i: 'test', p: { u: 'http://orpc/session/status', b: {} } }));
      }),
  );

/** The core's process id. */
export const corePid = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ app: it }) => it.getAppMetrics().find(({ name }) => name === 'Varco core')?.pid ?? 0);

/** How many cores the program has. */
export const coreCount = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ app: it }) => it.getAppMetrics().filter(({ name }) => name === 'Varco core').length);

export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
