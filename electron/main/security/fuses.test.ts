import { FuseV1Options } from '@electron/fuses';
import { expect, it } from 'vitest';
import { fuses } from './fuses.ts';

it('sets every fuse the tool knows', () => {
  const known = Object.values(FuseV1Options).filter((name) => typeof name === 'string');
  expect(Object.keys(fuses('linux')).toSorted()).toEqual(known.toSorted());
});

it('leaves on only what protects', () => {
  const on = (platform: string) => Object.entries(fuses(platform)).flatMap(([name, value]) => (value ? [name] : []));
  expect(on('linux')).toEqual(['EnableCookieEncryption', 'OnlyLoadAppFromAsar']);
  expect(on('win32')).toEqual(['EnableCookieEncryption', 'EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar']);
});
