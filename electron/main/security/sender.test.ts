import { expect, it } from 'vitest';
import { START_URL } from './origin.ts';
import { maySpeak, type Sender } from './sender.ts';

const page: Sender = { url: START_URL, isMainFrame: true, isOurWindow: true };

it('hears the page of our window', () => expect(maySpeak(page)).toBe(true));

it.each<[string, Partial<Sender>]>([
  ['a frame inside our page', { isMainFrame: false }],
  ['a window that is not ours', { isOurWindow: false }],
  ['a frame that is gone', { url: null }],
  ['our window showing something else', { url: 'https://example.org/index.html' }],
  ['an empty page', { url: 'about:blank' }],
  ['another host of our scheme', { url: 'app://other/index.html' }],
])('does not hear %s', (_who, change) => expect(maySpeak({ ...page, ...change })).toBe(false));
