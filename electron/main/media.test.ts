import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { MediaLooks, removableIn, type Mount } from './media.ts';

it.each([
  ['a stick where the desktop puts it', '/dev/sdb1 /media/ana/STICK vfat rw,nosuid,uhelper=udisks2 0 0', [{ path: '/media/ana/STICK', type: 'vfat', readOnly: false }]],
  ['its name with a space', String.raw`/dev/sdb1 /run/media/ana/MY\040STICK exfat rw 0 0`, [{ path: '/run/media/ana/MY STICK', type: 'exfat', readOnly: false }]],
  ['one that somebody mounted by hand, write-protected', '/dev/sdc1 /srv/transfer vfat ro,relatime 0 0', [{ path: '/srv/transfer', type: 'vfat', readOnly: true }]],
  ['a disc', '/dev/sr0 /media/cdrom0 iso9660 ro 0 0', [{ path: '/media/cdrom0', type: 'iso9660', readOnly: true }]],
  ['a Linux file system on a stick', '/dev/sdb1 /media/ana/backup ext4 rw 0 0', [{ path: '/media/ana/backup', type: 'ext4', readOnly: false }]],
  ['the computer itself', '/dev/sda2 / ext4 rw 0 0\n/dev/sda1 /boot/efi vfat rw 0 0\nproc /proc proc rw 0 0\ntmpfs /tmp tmpfs rw 0 0', []],
  ['nothing at all', '', []],
  ['a broken line', 'what\n\n/dev/sdb1', []],
])('%s', (_case, mounts, expected) => expect(removableIn(mounts)).toEqual(expected));

it('asked over and over, a stick that does not answer is looked at once, and again when it has answered', async () => {
  vi.useFakeTimers();
  try {
    let begun = 0;
    let answer = (_found: string): void => undefined;
    const looks = new MediaLooks((_mount: Mount) => {
      begun += 1;
      return new Promise<string>((resolve) => (answer = resolve));
    });
    const stick = { path: '/media/ana/STICK', type: 'vfat', readOnly: false };
    for (let time = 0; time < 5; time += 1) {
      const asked = looks.at(stick);
      await vi.advanceTimersByTimeAsync(2000);
      expect(await asked).toBeUndefined();
    }
    expect(begun).toBe(1);
    const asked = looks.at(stick);
    answer('there');
    expect(await asked).toBe('there');
    void looks.at(stick);
    expect(begun).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});

it('finds a medium that is really mounted, its free space and the envelopes on it', () => {
  const worker = join(import.meta.dirname, '../../out/core/dev-list-media.js');
  // a mount name space of its own: no right of an administrator is needed, and nothing is left behind
  const script = `mount -t tmpfs none /media && mkdir -p /media/a/STICK /media/a/CARD
    mount -t tmpfs -o size=1m none /media/a/STICK && touch /media/a/STICK/VARCO-handover-1.zip.age /media/a/STICK/holiday.jpg
    ln -s VARCO-handover-1.zip.age /media/a/STICK/link.zip.age && mkdir /media/a/STICK/folder.zip.age
    mount -t tmpfs -o size=1m,ro none /media/a/CARD && node "$1"`;
  const done = spawnSync('unshare', ['-rm', 'sh', '-ec', script, 'sh', worker], { encoding: 'utf8' });
  expect(done.stderr).toBe('');
  const media = JSON.parse(done.stdout) as { name: string; free: number; readOnly: boolean; envelopes: { name: string }[] }[];
  expect(media.map(({ name, readOnly, envelopes }) => [name, readOnly, envelopes.map((file) => file.name)])).toEqual([
    ['STICK', false, ['VARCO-handover-1.zip.age']],
    ['CARD', true, []],
  ]);
  expect(media[0]?.free).toBeGreaterThan(900_000);
  expect(media[0]?.free).toBeLessThanOrEqual(1_048_576);
});
