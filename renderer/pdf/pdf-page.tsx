import { useEffect, useRef, useState, type CSSProperties } from 'react';
import type { PdfFile, PdfSheet } from './pdf-file.ts';
import { empty } from './sheets.ts';
import { PIXELS_PER_POINT } from './zoom.ts';

export interface PdfPageProps {
  readonly file: PdfFile;
  readonly no: number;
  /** "Page 1 of 3" */
  readonly label: string;
  readonly zoom: number;
  /** width and height in points until its own are known */
  readonly size: readonly [number, number];
  /** the part of the screen it is seen through */
  readonly within: HTMLElement;
  readonly onFail: () => void;
}

/** Pages this near the visible part are drawn already. */
const MARGIN = '50% 0px';

/** Whether the element is seen, or nearly. */
const useSeen = (element: HTMLElement | null, within: HTMLElement): boolean => {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (element === null) return undefined;
    const watch = new IntersectionObserver((entries) => setSeen(entries.at(-1)?.isIntersecting ?? false), { root: within, rootMargin: MARGIN });
    watch.observe(element);
    return () => watch.disconnect();
  }, [element, within]);
  return seen;
};

/** One page: the picture, and over it its text, which can be selected and is read aloud. */
export const PdfPage = ({ file, no, label, zoom, size, within, onFail }: PdfPageProps) => {
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [sheet, setSheet] = useState<PdfSheet | undefined>(undefined);
  const [drawn, setDrawn] = useState(false);
  const seen = useSeen(frame, within);

  useEffect(() => {
    if (!seen || sheet !== undefined) return undefined;
    let gone = false;
    file.page(no).then(
      (page) => {
        if (!gone) setSheet(page);
      },
      () => {
        if (!gone) onFail();
      },
    );
    return () => {
      gone = true;
    };
  }, [file, no, seen, sheet, onFail]);

  useEffect(() => {
    const [picture, layer] = [canvas.current, text.current];
    if (!seen || sheet === undefined || picture === null || layer === null) return undefined;
    const stop = new AbortController();
    const scale = zoom * PIXELS_PER_POINT;
    layer.replaceChildren();
    Promise.all([sheet.draw(picture, scale * window.devicePixelRatio, 'screen', stop.signal), sheet.write(layer, scale, stop.signal)]).then(
      () => {
        if (!stop.signal.aborted) setDrawn(true);
      },
      () => {
        if (!stop.signal.aborted) onFail();
      },
    );
    return () => {
      stop.abort();
      setDrawn(false);
      layer.replaceChildren();
      empty(picture);
    };
  }, [seen, sheet, zoom, onFail]);

  const scale = zoom * PIXELS_PER_POINT;
  const [width, height] = sheet === undefined ? size : [sheet.width, sheet.height];
  const box = { width: `${width * scale}px`, height: `${height * scale}px`, '--total-scale-factor': String(scale) } as CSSProperties;
  return (
    <div ref={setFrame} className="v-pdf-page" role="group" aria-label={label} data-page={no} style={box} {...(drawn ? { 'data-drawn': '' } : {})}>
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={text} className="v-pdf-text" />
    </div>
  );
};
