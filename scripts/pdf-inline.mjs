import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * pdfkit reads its colour profile, and pdfmake's virtual file system its own place, through `__dirname`, which a
 * bundle does not have. The profile is put into the bundle instead, so that PDF/A works inside a package.
 * The build fails when a new version of either no longer contains what is replaced here.
 * @returns {import('vite').Plugin}
 */
export const pdfInline = () => ({
  name: 'pdf-inline',
  transform(code, id) {
    const file = id.split('?')[0];
    if (/\/pdfkit\/js\/pdfkit(\.es)?\.js$/.test(file)) {
      const profile = readFileSync(join(dirname(file), 'data/sRGB_IEC61966_2_1.icc')).toString('base64');
      return replaced(code, id, 'fs.readFileSync(`${__dirname}/data/sRGB_IEC61966_2_1.icc`)', `Buffer.from('${profile}', 'base64')`);
    }
    if (file.endsWith('/pdfmake/js/virtual-fs.js')) return replaced(code, id, '__dirname', "''");
    return null;
  },
});

const replaced = (code, id, from, to) => {
  if (!code.includes(from)) throw new Error(`pdf-inline: ${id} no longer contains ${from}`);
  return { code: code.replaceAll(from, () => to), map: null };
};
