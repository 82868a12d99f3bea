import { readFile } from 'node:fs/promises';

/**
 * Puts decoders in WebAssembly into the core's bundles as base64: a worker finds them in a package without reading a file,
 * and nothing is fetched.
 * @returns {import('vite').Plugin}
 */
export const wasmInline = () => ({
  name: 'wasm-inline',
  enforce: 'pre',
  async load(id) {
    const file = id.split('?')[0];
    return file.endsWith('.wasm') ? { code: `export default '${(await readFile(file)).toString('base64')}';`, moduleType: 'js', map: null } : null;
  },
});
