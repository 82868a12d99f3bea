import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { decrypt, encryptTo, encryptWithPassphrase, newAgeKeys } from './age.ts';
import { isGenerated, newPassphrase, normalPassphrase, PASSPHRASE_WORDS, words } from './passphrase.ts';

const bytes = Buffer.from('case file');

describe('recipients', () => {
  test('one hybrid key stands alone and opens', async () => {
    const identity = await generateHybridIdentity();
    const file = await encryptTo([await identityToRecipient(identity)], bytes);
    expect(Buffer.from(await decrypt(file, { identities: [identity] }))).toEqual(bytes);
    expect(Buffer.from(file).toString('latin1').match(/^-> /gm)).toHaveLength(1);
  });

  test('are never mixed, and none is none', async () => {
    const [one, two] = [await newAgeKeys(), await newAgeKeys()];
    await expect(encryptTo([one.recipient, two.recipient], bytes)).rejects.toMatchObject({ code: 'RECIPIENTS_MIXED' });
    await expect(encryptTo([one.recipient, await identityToRecipient(await generateHybridIdentity())], bytes)).rejects.toMatchObject({ code: 'RECIPIENTS_MIXED' });
    await expect(encryptTo([], bytes)).rejects.toMatchObject({ code: 'RECIPIENT_INVALID' });
  });

  test('that only look like keys are refused: a letter changed, a hardware tag, text', async () => {
    const { recipient } = await newAgeKeys();
    const other = recipient.endsWith('q') ? 'p' : 'q';
    for (const wrong of [recipient.slice(0, -1) + other, recipient.toUpperCase(), `age1tag1${'q'.repeat(58)}`, 'passphrase', '']) {
      await expect(encryptTo([wrong], bytes)).rejects.toMatchObject({ code: 'RECIPIENT_INVALID' });
    }
  });
});

describe('passphrases', () => {
  test('have seven words of the list, more than eighty bits, and are never the same', () => {
    const made = Array.from({ length: 50 }, newPassphrase);
    expect(new Set(made).size).toBe(50);
    for (const one of made) expect(one.split(' ')).toHaveLength(PASSPHRASE_WORDS);
    expect(made.every(isGenerated)).toBe(true);
    expect(PASSPHRASE_WORDS * Math.log2(words.length)).toBeGreaterThan(80);
    expect(new Set(words).size).toBe(words.length);
  });

  test('are understood as people type them from paper', () => {
    const passphrase = newPassphrase();
    expect(normalPassphrase(`  ${passphrase.toUpperCase().replaceAll(' ', '  -\n')} `)).toBe(passphrase);
  });

  test('that somebody thought of, or too few words, seal nothing', async () => {
    for (const weak of ['', 'secret', words.slice(0, 5).join(' '), 'the quick brown fox jumps over']) {
      await expect(encryptWithPassphrase(weak, bytes)).rejects.toMatchObject({ code: 'PASSPHRASE_WEAK' });
    }
  });

  test('in a file that asks for gigabytes of work are not even tried', async () => {
    const file = Buffer.from(`age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} 20\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n${'x'.repeat(40)}`);
    await expect(decrypt(file, { passphrase: newPassphrase() })).rejects.toMatchObject({ code: 'DAMAGED' });
  });
});
