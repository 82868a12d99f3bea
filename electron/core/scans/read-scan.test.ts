import { crc32, deflateSync } from 'node:zlib';
import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { readScan, type ReadPage } from './read-scan.ts';

const part = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
/** A PNG that says of itself what it likes. */
const png = (width: number, height: number, packed: Buffer): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), part('IHDR', head), part('tEXt', Buffer.from('Author\0Secret Name')), part('IDAT', packed), part('IEND', Buffer.alloc(0))]);
};
const rows = (width: number, height: number): Buffer => deflateSync(Buffer.alloc(height * (width + 1)));
const picture = (width: number, height: number) => Buffer.from(jpeg.encode({ width, height, data: Buffer.alloc(width * height * 4, 200) }, 60).data);
const taller = (bytes: Buffer): Buffer => {
  const changed = Buffer.from(bytes);
  const frame = changed.indexOf(Buffer.from([0xff, 0xc0]));
  changed.writeUInt16BE(65_000, frame + 5);
  changed.writeUInt16BE(65_000, frame + 7);
  return changed;
};

/** A PDF of these pages, each with this content and the images `names`. */
const pdf = (pages: readonly { readonly content: string; readonly image?: Buffer; readonly size?: readonly [number, number] }[], extra = ''): Buffer => {
  const objects: Buffer[] = [Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'), Buffer.from(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${3 + at * 3} 0 R`).join(' ')}] >>`)];
  const stream = (dict: string, data: Buffer): Buffer => Buffer.concat([Buffer.from(`<< ${dict} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);
  for (const [at, { content, image = picture(60, 80), size = [60, 80] }] of pages.entries()) {
    objects.push(Buffer.from(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${4 + at * 3} 0 R /Resources << /XObject << /I ${5 + at * 3} 0 R >> >> >>`));
    objects.push(stream('', Buffer.from(content)));
    objects.push(stream(`/Type /XObject /Subtype /Image /Width ${size[0]} /Height ${size[1]} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`, image));
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  let length = parts[0]!.length;
  const places = objects.map((object, at) => {
    const place = length;
    const whole = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    length += whole.length;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${extra} >>\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
};
const ONE = 'q 595 0 0 842 0 0 cm /I Do Q';
const locked = '/Encrypt << /Filter /Standard /V 1 /R 2 /O <0000000000000000000000000000000000000000000000000000000000000000> /U <0000000000000000000000000000000000000000000000000000000000000000> /P -4 >> /ID [<00><00>]';

const whole = (pages: readonly ReadPage[]) => pages.map((page) => ('fault' in page ? page.fault : [page.width, page.height, page.codes]));

describe('what is no page is refused by name, and the program goes on', () => {
  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a letter that is called .png', Buffer.from('Stimate domn'), 'notAScan'],
    ['zeros', Buffer.alloc(4096), 'notAScan'],
    ['a program', Buffer.from('MZ\u0090\0'), 'notAScan'],
    ['a PDF behind something else', Buffer.concat([Buffer.from('GIF89a'), pdf([{ content: ONE }])]), 'notAScan'],
    ['a PNG of its start alone', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'damaged'],
    ['a PNG cut short', png(40, 40, rows(40, 40)).subarray(0, -30), 'damaged'],
    ['a PNG with a wrong sum', Buffer.from(png(40, 40, rows(40, 40)).map((byte, at) => (at === 20 ? byte ^ 1 : byte))), 'damaged'],
    ['a PNG without pixels', png(40, 40, Buffer.alloc(0)), 'damaged'],
    ['a PNG of no width', png(0, 40, rows(1, 40)), 'damaged'],
    ['a PNG larger than any page', png(60_000, 60_000, rows(10, 10)), 'tooManyPixels'],
    ['a PNG that unpacks to more than it says', png(10, 10, deflateSync(Buffer.alloc(64 * 1024 * 1024))), 'tooManyPixels'],
    ['a JPEG of its start alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'damaged'],
    ['a JPEG cut short', picture(400, 400).subarray(0, 300), 'damaged'],
    ['a JPEG larger than any page', taller(picture(40, 40)), 'tooManyPixels'],
    ['a PDF of its start alone', Buffer.from('%PDF-1.7\n'), 'pdfDamaged'],
    ['a PDF with a password', pdf([{ content: ONE }], locked), 'pdfLocked'],
    ['a PDF of too many pages', pdf(Array.from({ length: 61 }, () => ({ content: ONE, image: Buffer.alloc(0) }))), 'tooManyPages'],
  ])('%s', async (_, bytes, code) => {
    await expect(readScan(bytes)).rejects.toMatchObject({ code });
  });

  it('what takes too long, or too much memory, is ended', async () => {
    const page = png(3000, 4000, rows(3000, 4000));
    await expect(readScan(page, undefined, { pageTime: 1, memory: Infinity })).rejects.toMatchObject({ code: 'tooSlow' });
    await expect(readScan(page, undefined, { pageTime: 60_000, memory: -Infinity })).rejects.toMatchObject({ code: 'tooMuchMemory' });
    const gone = new AbortController();
    const reading = readScan(page, gone.signal);
    gone.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it('of a PDF the pages that are one image are read, and of the others it is said why not', async () => {
  const pages = await readScan(
    pdf([
      { content: ONE },
      { content: 'BT ET' },
      { content: `${ONE} ${ONE}` },
      { content: ONE, image: Buffer.from('no image') },
      { content: ONE, image: taller(picture(60, 80)), size: [65_000, 65_000] },
    ]),
  );
  expect(whole(pages)).toEqual([[60, 80, []], 'pageNotOneImage', 'pageNotOneImage', expect.stringMatching(/^page/), expect.stringMatching(/^(page|tooManyPixels)/)]);
});

it('what is kept is the picture alone: what else a file carried is gone, and it is no larger than a page', async () => {
  const behind = Buffer.concat([png(30, 40, rows(30, 40)), Buffer.from('PK\u0003\u0004 hidden archive')]);
  const large = png(3000, 2000, rows(3000, 2000));
  for (const [bytes, width, height] of [[behind, 30, 40], [large, 2000, 1333]] as const) {
    const [page] = await readScan(bytes);
    expect(page).toMatchObject({ width, height, codes: [] });
    const kept = Buffer.from((page as { jpeg: Uint8Array }).jpeg);
    expect([kept.includes('Secret Name'), kept.includes('hidden archive')]).toEqual([false, false]);
    const back = jpeg.decode(kept);
    expect([back.width, back.height]).toEqual([width, height]);
  }
});
