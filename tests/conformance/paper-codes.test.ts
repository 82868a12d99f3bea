import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPages } from '../../electron/core/documents/render.ts';
import { printMeta } from '../../electron/core/documents/testing/case-file.ts';
import { paperFormOf } from '../../electron/core/documents/testing/papers.ts';
import { readScan } from '../../electron/core/scans/read-scan.ts';
import { paperCode } from '../../shared/domain/paper-form.ts';

// The codes of our pages are read by another reader (zbar), and codes another maker drew (libqrencode) by ours.
let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CODE = 'ZYXW456789ABCDEF';
const codesOf = async (bytes: Uint8Array) => (await readScan(bytes)).map((page) => ('codes' in page ? page.codes : page.fault));

it('every page of our form is read by zbarimg and by us', async () => {
  const { pdf, pages } = await renderPages({ document: 'paper-form', view: paperFormOf('NEEDS_SHORT', false), language: 'ro', meta: printMeta });
  writeFileSync(at('form.pdf'), pdf);
  execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', at('form.pdf'), at('form')]);
  for (let page = 1; page <= pages; page += 1) {
    const code = paperCode({ kind: 'NEEDS_SHORT', edition: 1, page, code: CODE });
    expect(execFileSync('zbarimg', ['-q', '--raw', at(`form-${page}.png`)], { encoding: 'utf8' }).trim()).toBe(code);
    expect(await codesOf(readFileSync(at(`form-${page}.png`)))).toEqual([[code]]);
  }
});

/** Pixels of a page that holds the code another maker drew: `light` at a point of the page, in its own turned plane. */
const drawn = (degrees: number, scale: number, ink: number, noise: number): Uint8Array => {
  const text = paperCode({ kind: 'CONSENTS', edition: 1, page: 1, code: CODE });
  execFileSync('qrencode', ['-l', 'M', '-m', '4', '-s', '1', '-t', 'PNG', '-o', at('code.png'), text]);
  const made = PNG.sync.read(readFileSync(at('code.png')));
  const [width, height] = [900, 1200];
  const data = Buffer.alloc(width * height * 4, 255);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  // the same dots every time: a small generator of pseudo-random numbers
  let seed = 7;
  const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const [column, row] = [Math.floor((dx * cos + dy * sin) / scale + made.width / 2), Math.floor((dy * cos - dx * sin) / scale + made.height / 2)];
      const inside = column >= 0 && row >= 0 && column < made.width && row < made.height;
      const dark = inside && (made.data[(row * made.width + column) * 4] ?? 255) < 128;
      const light = Math.max(0, Math.min(255, (dark ? ink : 235) + (random() - 0.5) * noise));
      data.fill(light, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return new Uint8Array(jpeg.encode({ width, height, data }, 60).data);
};

describe('a code of another maker', () => {
  it.each([
    ['upright', 0, 6, 20, 0],
    ['upside down', 180, 6, 20, 0],
    ['a quarter turned', 90, 6, 20, 0],
    ['leaning', 11, 6, 20, 0],
    ['small', 0, 3, 20, 0],
    ['large', 33, 14, 20, 0],
    ['noisy', 3, 6, 40, 90],
    ['pale', 4, 6, 190, 20],
  ] as const)('%s', async (_, degrees, scale, ink, noise) => {
    expect(await codesOf(drawn(degrees, scale, ink, noise))).toEqual([[paperCode({ kind: 'CONSENTS', edition: 1, page: 1, code: CODE })]]);
  });
});
