/** The inner modules of pdfmake that the overlay extends; only what it touches. */
declare module 'pdfmake/js/LayoutBuilder.js' {
  const part: unknown;
  export default part;
}
declare module 'pdfmake/js/ElementWriter.js' {
  const part: unknown;
  export default part;
}
declare module 'pdfmake/js/Renderer.js' {
  const part: unknown;
  export default part;
}
