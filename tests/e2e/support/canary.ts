import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface Canary {
  readonly tcpPort: number;
  readonly udpPort: number;
  /** first bytes of whatever arrived so far: a request line, or `connection` when nothing was sent yet */
  readonly arrivals: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Listens on the loopback for anything at all and answers nothing useful; what it hears got out. */
export const openCanary = async (): Promise<Canary> => {
  const arrivals: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const index = arrivals.push('connection') - 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', (bytes) => {
      arrivals[index] = bytes.toString('latin1').split('\r\n', 1)[0] ?? 'data';
      socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\naccess-control-allow-origin: *\r\nconnection: close\r\ncontent-length: 2\r\n\r\nhi');
    });
  }).listen(0, '127.0.0.1');
  const udp = createSocket('udp4', () => arrivals.push('datagram')).bind(0, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(udp, 'listening')]);
  return {
    tcpPort: (server.address() as AddressInfo).port,
    udpPort: udp.address().port,
    arrivals: () => [...arrivals],
    close: async () => {
      for (const socket of sockets) socket.destroy();
      udp.close();
      server.close();
      await once(server, 'close');
    },
  };
};
