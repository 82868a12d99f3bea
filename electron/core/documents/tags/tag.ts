/**
 * What a node of a definition is to a reader who does not see the page. Without a tag a text is a paragraph, a list a
 * list, a table with a head row a table; a table without one is layout and says nothing of its own.
 * `TH` of a cell makes it the head of its row. `Table` and `L` make a table without head row one, or a list of its rows.
 */
export type Tag = 'H1' | 'H2' | 'H3' | 'P' | 'Caption' | 'Note' | 'Table' | 'L' | 'TH' | 'Artifact';

declare module 'pdfmake/interfaces' {
  interface ContentBase {
    /** see `Tag` */
    readonly tag?: Tag;
    /** of a drawing, image or QR code: what it says; without it, it is decoration */
    readonly alt?: string;
  }
}
