import type { CommandLine } from 'electron';

/**
 * Switches of the browser, set before it starts. Belt and braces below the policy and the request filter: no name
 * resolves, no proxy is looked for, nothing is fetched in the background, nothing is kept in a cache, no crash is reported.
 */
export const switches: Readonly<Record<string, string>> = {
  'host-resolver-rules': 'MAP * ~NOTFOUND',
  'no-proxy-server': '',
  'no-pings': '',
  'dns-prefetch-disable': '',
  'disable-background-networking': '',
  'disable-component-update': '',
  'disable-domain-reliability': '',
  'disable-sync': '',
  'disable-breakpad': '',
  'disable-http-cache': '',
  'disable-gpu-shader-disk-cache': '',
  'disable-quic': '',
  'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
};

export const setSwitches = (commandLine: CommandLine): void => {
  for (const [name, value] of Object.entries(switches)) commandLine.appendSwitch(name, ...(value === '' ? [] : [value]));
};
