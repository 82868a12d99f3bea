/** The only origin that exists for this program: the page's files, served from inside it. */
export const SCHEME = 'app';
export const HOST = 'varco';
export const ORIGIN = `${SCHEME}://${HOST}`;
export const START_URL = `${ORIGIN}/index.html`;

/** Whether an address is a page of ours. Parsed by hand: Node's URL gives `null` as the origin of such schemes. */
export const isOurs = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === '';
};
