import { expect, it } from 'vitest';
import { coreEnvironment } from './core-environment.ts';

it('hands on place and temporary folder, and nothing that could change what runs', () => {
  expect(coreEnvironment({ TZ: 'Europe/Rome', TMPDIR: '/t', NODE_OPTIONS: '--require ./x.js', LD_PRELOAD: 'x.so', HTTPS_PROXY: 'p' })).toEqual({
    TZ: 'Europe/Rome',
    TMPDIR: '/t',
  });
});
