import { expect, it } from 'vitest';
import { switches } from './switches.ts';
import { WEBRTC_POLICY } from './webrtc.ts';

it('lets no name resolve and asks no proxy', () => {
  expect(switches['host-resolver-rules']).toBe('MAP * ~NOTFOUND');
  expect(switches).toHaveProperty('no-proxy-server');
});

it.each(['disable-background-networking', 'disable-component-update', 'disable-http-cache', 'disable-breakpad', 'disable-quic', 'no-pings'])('sets %s', (name) =>
  expect(switches).toHaveProperty(name),
);

it('gives WebRTC the same policy before and after a page exists', () => expect(switches['force-webrtc-ip-handling-policy']).toBe(WEBRTC_POLICY));

it('never weakens the sandbox or the origin rules', () => {
  expect(Object.keys(switches).filter((name) => /sandbox|web-security|insecure|allow|remote-debugging|inspect/.test(name))).toEqual([]);
});
