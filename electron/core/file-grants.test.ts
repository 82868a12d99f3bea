import { expect, it } from 'vitest';
import { FileGrants } from './file-grants.ts';

const grants = (): FileGrants => {
  const all = new FileGrants();
  all.add({ token: 'a', path: '/media/usb/list.csv', purpose: 'table' });
  return all;
};

it('gives the chosen path once', () => {
  const all = grants();
  expect(all.take('a', 'table')).toBe('/media/usb/list.csv');
  expect(all.take('a', 'table')).toBeUndefined();
});

it('gives nothing for an unknown token', () => expect(grants().take('b', 'table')).toBeUndefined());

it('uses a token up that is shown for another purpose', () => {
  const all = grants();
  expect(all.take('a', 'save')).toBeUndefined();
  expect(all.take('a', 'table')).toBeUndefined();
});

it('forgets the oldest of too many unused choices', () => {
  const all = grants();
  for (let i = 0; i < 32; i += 1) all.add({ token: String(i), path: `/${i}`, purpose: 'folder' });
  expect(all.take('a', 'table')).toBeUndefined();
  expect(all.take('0', 'folder')).toBe('/0');
});
