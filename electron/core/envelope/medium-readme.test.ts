import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { README, readmeText, writeReadme } from './medium-readme.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('says in three languages what the file is and how its recipient opens it, word by word as the page of the format', () => {
  const text = readmeText();
  for (const title of ['A sealed envelope', 'Una busta sigillata', 'Un plic sigilat']) expect(text).toContain(title);
  const format = readFileSync(join(import.meta.dirname, '../../../docs/envelope.md'), 'utf8').replaceAll('\\\n', '').replaceAll(/\s+/g, ' ');
  for (const command of text.split('\r\n').filter((line) => /^(?:age|ssh-keygen|sha256sum) /.test(line))) {
    expect(format).toContain(command.replace('VARCO-....zip.age', 'VARCO-….zip.age').replace('REFERENCE', '<reference>').replace('SENDER-ID', "<sender's service id>"));
  }
  expect(text.match(/\r\n/g)?.length).toBe(text.match(/\n/g)?.length);
  expect(text).not.toMatch(/\{\{|documents:|[şţŞŢ]/);
});

it('lies beside the envelope, and leaves what is there alone', async () => {
  expect(await writeReadme(folder)).toBe(true);
  expect(readdirSync(folder)).toEqual([README]);
  expect(readFileSync(join(folder, README), 'utf8')).toBe(readmeText());
  writeFileSync(join(folder, README), 'of somebody else');
  expect(await writeReadme(folder)).toBe(true);
  expect(readFileSync(join(folder, README), 'utf8')).toBe('of somebody else');
  rmSync(join(folder, README));
  writeFileSync(join(folder, 'readme.TXT'), 'small letters');
  expect(await writeReadme(folder)).toBe(true);
  expect(readdirSync(folder)).toEqual(['readme.TXT']);
});

it('that cannot be written is no reason for anything', async () => {
  expect(await writeReadme(join(folder, 'pulled-out'))).toBe(false);
});
