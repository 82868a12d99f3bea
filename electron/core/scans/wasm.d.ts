/** Decoders in WebAssembly come into the bundle as base64: see scripts/wasm-inline.mjs. */
declare module '*.wasm' {
  const base64: string;
  export default base64;
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
