/** What an attempt is told: addresses of the canary. */
export interface Target {
  /** `http://127.0.0.1:PORT`, a path is appended */
  readonly http: string;
  readonly ws: string;
  /** host:port of the UDP listener */
  readonly udp: string;
}

/** One way for a page to reach the outside. */
export interface NetworkAttempt {
  readonly name: string;
  /** Runs inside the page, alone: it may use nothing of this module. Resolves to what the page noticed. */
  readonly inPage: (target: Target) => Promise<string> | string;
  /** the policy's directive that reports it in the page, or null where another rule must stop it */
  readonly directive: string | null;
  /** what the page must notice, where it can notice anything */
  readonly outcome: RegExp;
  /** a child's journey: the page hears nothing of it once it is stopped */
  readonly silent?: true;
}

/** Ways that leave the page where it is. */
export const networkAttempts: readonly NetworkAttempt[] = [
  // the first give no event: the rest of the table is the time they would need
  {
    name: 'prefetch',
    directive: 'default-src', outcome: /asked/,
    inPage: ({ http }) => {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: `${http}/prefetch` }));
      return 'asked';
    },
  },
  {
    name: 'sendBeacon',
    directive: 'connect-src', outcome: /true|false/,
    inPage: ({ http }) => String(navigator.sendBeacon(`${http}/beacon`, 'x')),
  },
  {
    name: 'fetch kept alive',
    directive: 'connect-src', outcome: /TypeError/,
    inPage: ({ http }) => fetch(`${http}/keepalive`, { method: 'POST', keepalive: true, mode: 'no-cors', body: 'x' }).then(() => 'sent', String),
  },
  {
    name: 'link with ping',
    directive: 'connect-src', outcome: /clicked/,
    inPage: ({ http }) => {
      const link = Object.assign(document.createElement('a'), { href: '#here', ping: `${http}/ping` });
      document.body.append(link);
      link.click();
      link.remove();
      return 'clicked';
    },
  },
  { name: 'fetch', directive: 'connect-src', outcome: /TypeError/, inPage: ({ http }) => fetch(`${http}/fetch`).then(() => 'answered', String) },
  {
    name: 'XMLHttpRequest',
    directive: 'connect-src', outcome: /status 0/,
    inPage: ({ http }) =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.addEventListener('loadend', () => resolve(`status ${request.status}`));
        request.open('GET', `${http}/xhr`);
        request.send();
      }),
  },
  {
    name: 'WebSocket',
    directive: 'connect-src', outcome: /error|SecurityError/,
    inPage: ({ ws }) =>
      new Promise((resolve) => {
        try {
          const socket = new WebSocket(`${ws}/socket`);
          socket.addEventListener('open', () => resolve('open'));
          socket.addEventListener('error', () => resolve('error'));
        } catch (error) {
          resolve(String(error));
        }
      }),
  },
  {
    name: 'EventSource',
    directive: 'connect-src', outcome: /error/,
    inPage: ({ http }) =>
      new Promise((resolve) => {
        const source = new EventSource(`${http}/events`);
        const end = (outcome: string) => () => {
          source.close();
          resolve(outcome);
        };
        source.addEventListener('open', end('open'));
        source.addEventListener('error', end('error'));
      }),
  },
  {
    name: 'image',
    directive: 'img-src', outcome: /error/,
    inPage: ({ http }) =>
      new Promise((resolve) => {
        const image = new Image();
        image.addEventListener('load', () => resolve('load'));
        image.addEventListener('error', () => resolve('error'));
        image.src = `${http}/image`;
      }),
  },
  {
    name: 'frame',
    directive: 'frame-src', outcome: /load/, silent: true,
    inPage: ({ http }) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.addEventListener('load', () => {
          frame.remove();
          resolve('load');
        });
        frame.src = `${http}/frame`;
        document.body.append(frame);
      }),
  },
  {
    name: 'script',
    directive: 'script-src-elem', outcome: /error/,
    inPage: ({ http }) =>
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.addEventListener('load', () => resolve('load'));
        script.addEventListener('error', () => resolve('error'));
        script.src = `${http}/script.js`;
        document.head.append(script);
      }),
  },
  {
    name: 'module import',
    directive: 'script-src-elem', outcome: /TypeError/,
    inPage: ({ http }) =>
      new Promise((resolve) => {
        const address = `${http}/module.js`;
        import(/* @vite-ignore */ address).then(() => resolve('loaded'), (error) => resolve(String(error).split(':', 1)[0] ?? ''));
      }),
  },
  {
    name: 'style sheet',
    directive: 'style-src-elem', outcome: /error/,
    inPage: ({ http }) =>
      new Promise((resolve) => {
        const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${http}/style.css` });
        link.addEventListener('load', () => resolve('load'));
        link.addEventListener('error', () => resolve('error'));
        document.head.append(link);
      }),
  },
  {
    name: 'font',
    directive: 'font-src', outcome: /NetworkError/,
    inPage: ({ http }) => new FontFace('out', `url(${http}/font.woff2)`).load().then(() => 'load', (error: Error) => error.name),
  },
  {
    name: 'video',
    directive: 'media-src', outcome: /error/,
    inPage: ({ http }) =>
      new Promise((resolve) => {
        const video = document.createElement('video');
        video.addEventListener('error', () => resolve('error'));
        video.addEventListener('loadeddata', () => resolve('load'));
        video.src = `${http}/video`;
      }),
  },
  {
    name: 'embedded object',
    directive: 'object-src', outcome: /error/, silent: true,
    inPage: ({ http }) =>
      new Promise((resolve) => {
        const object = document.createElement('object');
        const end = (outcome: string) => () => {
          object.remove();
          resolve(outcome);
        };
        object.addEventListener('load', end('load'));
        object.addEventListener('error', end('error'));
        object.data = `${http}/object`;
        object.type = 'text/html';
        document.body.append(object);
      }),
  },
  {
    name: 'worker made of a blob',
    directive: 'worker-src', outcome: /SecurityError|error|failed/,
    inPage: ({ http }) =>
      new Promise((resolve) => {
        const code = `fetch('${http}/worker',{mode:'no-cors'}).then(()=>postMessage('sent'),()=>postMessage('failed'))`;
        try {
          const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
          worker.addEventListener('message', (event) => resolve(String(event.data)));
          worker.addEventListener('error', () => resolve('error'));
        } catch (error) {
          resolve(String(error));
        }
      }),
  },
  {
    name: 'frame made of a document',
    // its policy is the page's, and reports inside the frame
    directive: null, outcome: /load/,
    inPage: ({ http }) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.addEventListener('load', () => {
          frame.remove();
          resolve('load');
        });
        frame.srcdoc = `<img src="${http}/srcdoc">`;
        document.body.append(frame);
      }),
  },
  {
    name: 'WebTransport',
    directive: 'connect-src', outcome: /WebTransportError/,
    inPage: ({ udp }) => {
      try {
        const transport = new WebTransport(`https://${udp}/transport`);
        return Promise.race([transport.ready, transport.closed]).then(() => 'ready', (error: Error) => error.name);
      } catch (error) {
        return String(error);
      }
    },
  },
  {
    name: 'WebRTC',
    directive: null, outcome: /^0 candidates/,
    inPage: async ({ udp }) => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${udp}` }, { urls: `turn:${udp}?transport=udp`, username: 'x', credential: 'x' }] });
      let candidates = 0;
      peer.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate !== null && candidate.candidate !== '') candidates += 1;
      });
      peer.createDataChannel('out');
      await peer.setLocalDescription(await peer.createOffer());
      if (peer.iceGatheringState !== 'complete')
        await new Promise<void>((resolve) => {
          peer.addEventListener('icegatheringstatechange', () => {
            if (peer.iceGatheringState === 'complete') resolve();
          });
        });
      peer.close();
      return `${candidates} candidates`;
    },
  },
];
