import { readdir } from 'node:fs/promises';
import { Language } from '../../../shared/domain/base.ts';
import { createTexts } from '../../../shared/i18n/index.ts';
import { writeToMedium } from './write-medium.ts';

export const README = 'README.txt';

const paragraphs = ['what', 'found', 'open', 'without'] as const;

/** The commands that open an envelope without Varco, as docs/envelope.md has them. */
const commands = [
  'age -d -i service.key -o b.zip VARCO-....zip.age && unzip b.zip && cd REFERENCE',
  'ssh-keygen -Y verify -f ../allowed_signers -I SENDER-ID -n varco-envelope-v1 -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt',
  'sha256sum -c --strict tagmanifest-sha256.txt && sha256sum -c --strict manifest-sha256.txt',
];

/**
 * What lies beside an envelope for whoever finds the medium: what the file is, that nobody else can open it, and how its
 * recipient does. The same for every envelope: it names no person, no office and no number. Lines end as Windows wants them.
 */
export const readmeText = (): string => {
  const parts = Language.options.map((language) => {
    const { t } = createTexts(language);
    return [t('documents:readme.title'), '', ...paragraphs.flatMap((key) => [t(`documents:readme.${key}`), ''])];
  });
  return `${[...parts.flatMap((part) => [...part, '']), ...commands].join('\r\n')}\r\n`;
};

/**
 * Puts the README beside an envelope that has just been written. One that is there stays as it is, whoever wrote it, and a
 * medium that takes no more keeps its envelope: the README is a courtesy, and no reason to take anything back.
 * @returns whether one lies there now
 */
export const writeReadme = async (folder: string): Promise<boolean> => {
  try {
    if ((await readdir(folder)).some((name) => name.toLowerCase() === README.toLowerCase())) return true;
    await writeToMedium({ folder, fileName: README, bytes: Buffer.from(readmeText(), 'utf8') });
    return true;
  } catch {
    return false;
  }
};
