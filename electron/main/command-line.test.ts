import { expect, it } from 'vitest';
import { commandOf, withoutScreen } from './command-line.ts';

it('takes everything after --cli for the command', () => {
  expect(commandOf(['/opt/varco', '--cli', 'verify', 'x.age', '--json'])).toEqual(['verify', 'x.age', '--json']);
  expect(commandOf(['/opt/varco', '--cli'])).toEqual([]);
});

it('opens the window without it', () => expect(commandOf(['/opt/varco', '--demo'])).toBeUndefined());

it('starts again without a screen on Linux, once', () => {
  expect(withoutScreen(['/opt/varco', '--cli', 'verify'], 'linux')).toEqual(['--ozone-platform=headless', '--disable-gpu', '--log-level=3', '--cli', 'verify']);
  expect(withoutScreen(['/opt/varco', '--ozone-platform=headless', '--cli', 'verify'], 'linux')).toBeUndefined();
  expect(withoutScreen(['C:/Varco.exe', '--cli', 'verify'], 'win32')).toBeUndefined();
});
