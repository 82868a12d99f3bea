import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Appearance } from '../../../shared/contract/bridge.ts';
import { wordsIn } from '../words.ts';
import type { LaunchedApp } from './app.ts';
import { launchDemo } from './demo.ts';
import { plugIn } from './media.ts';

/** Two programs with one stick between them. */
export interface TwoOffices {
  readonly prison: LaunchedApp;
  readonly office: LaunchedApp;
  /** the folder both see as the stick that is in the computer */
  readonly stick: string;
  /** for what is no stick */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Starts a prison with hand-overs ready to be written and the probation office they go to; both trust each other. The stick is in both computers. */
export const launchTwoOffices = async (look: Appearance): Promise<TwoOffices> => {
  const folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const stick = join(folder, 'STICK');
  mkdirSync(stick);
  const [prison, office] = await Promise.all([launchDemo('ready', look), launchDemo('readyOffice', look)]);
  await Promise.all([plugIn(prison.app, [stick]), plugIn(office.app, [stick])]);
  return {
    prison,
    office,
    stick,
    folder,
    close: async () => {
      await Promise.all([prison.close(), office.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Envelopes of a kind in a folder, by their names. */
export const envelopesIn = (folder: string, kind: 'handover' | 'supplement' | 'revocation' | 'receipt'): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith(`VARCO-${kind}-`) && name.endsWith('.zip.age'));

/** Waits until that many envelopes of a kind lie there, and tells which was not among `before`. */
export const newEnvelope = async (folder: string, kind: Parameters<typeof envelopesIn>[1], before: readonly string[]): Promise<string> => {
  await expect.poll(() => envelopesIn(folder, kind).length).toBe(before.length + 1);
  return envelopesIn(folder, kind).find((name) => !before.includes(name)) ?? '';
};

/** Goes to the hand-over of the person with this number. */
export const openHandover = async (page: Page, code: string, language: Appearance['language'] = 'ro'): Promise<void> => {
  const t = wordsIn(language);
  await page.getByRole('link', { name: t('common:nav.people') }).click();
  await page.getByRole('searchbox').fill(code);
  await page.getByRole('row').filter({ hasText: code }).click();
  await page.getByRole('tab', { name: t('handover:tab') }).click();
};
