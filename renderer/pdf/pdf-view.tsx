import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import type { PdfFile } from './pdf-file.ts';
import { PdfPage } from './pdf-page.tsx';
import { zoomAfter, zoomSteps, zoomToFit } from './zoom.ts';

/** Space beside a page inside the view, in CSS pixels. */
const ASIDE = 48;
/** A page counts as the one being read when its head has passed this share of the view. */
const READING = 0.4;

/** Everything the keys of the view do, besides what scrolling does by itself. */
const keyActs: Readonly<Record<string, 'larger' | 'smaller' | 'fit' | 'next' | 'previous' | 'first' | 'last'>> = {
  '+': 'larger', '=': 'larger', '-': 'smaller', '0': 'fit', PageDown: 'next', PageUp: 'previous', Home: 'first', End: 'last',
}; // prettier-ignore

export interface PdfViewProps {
  readonly file: PdfFile;
  /** names it to screen readers */
  readonly label: string;
  /** a page could not be drawn; always the same function */
  readonly onFail: () => void;
}

/** A PDF to be read: its pages under each other, which one is read, larger and smaller. */
export const PdfView = ({ file, label, onFail }: PdfViewProps) => {
  const { t } = useTranslation();
  const [view, setView] = useState<HTMLDivElement | null>(null);
  const [size, setSize] = useState<readonly [number, number] | undefined>(undefined);
  const [wanted, setWanted] = useState<number | undefined>(undefined);
  const [width, setWidth] = useState(0);
  const [current, setCurrent] = useState(1);

  useEffect(() => {
    let gone = false;
    file.page(1).then((page) => (gone ? undefined : setSize([page.width, page.height])), onFail);
    return () => {
      gone = true;
    };
  }, [file, onFail]);
  useEffect(() => {
    if (view === null) return undefined;
    view.focus({ preventScroll: true });
    const watch = new ResizeObserver(() => setWidth(view.clientWidth));
    watch.observe(view);
    return () => watch.disconnect();
  }, [view]);

  const zoom = wanted ?? (size === undefined || width === 0 ? 1 : zoomToFit(width - ASIDE, size[0]));
  const pages = Array.from({ length: file.pages }, (_page, n) => n + 1);
  const pageAt = (no: number): HTMLElement | null => view?.querySelector<HTMLElement>(`[data-page="${no}"]`) ?? null;
  const go = (no: number): void => pageAt(Math.min(file.pages, Math.max(1, no)))?.scrollIntoView({ block: 'start' });
  const read = (): void => {
    if (view === null) return;
    const line = view.getBoundingClientRect().top + view.clientHeight * READING;
    setCurrent(pages.findLast((no) => (pageAt(no)?.getBoundingClientRect().top ?? Infinity) <= line) ?? 1);
  };
  const acts = {
    larger: () => setWanted(zoomAfter(zoom, 1)),
    smaller: () => setWanted(zoomAfter(zoom, -1)),
    fit: () => setWanted(undefined),
    next: () => go(current + 1),
    previous: () => go(current - 1),
    first: () => go(1),
    last: () => go(file.pages),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keyActs[event.key];
    if (act === undefined) return;
    event.preventDefault();
    acts[act]();
  };
  const place = t('documents:frame.page', { page: current, pages: file.pages });
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the whole view, wherever the focus is in it
    <div className="v-pdf" onKeyDown={onKeyDown}>
      <div className="v-pdf-bar" role="toolbar" aria-label={t('documents:screen.tools')}>
        <Button variant="plain" aria-label={t('documents:screen.previous')} isDisabled={current <= 1} onPress={acts.previous}>
          ↑
        </Button>
        <span className="v-number" role="status">
          {place}
        </span>
        <Button variant="plain" aria-label={t('documents:screen.next')} isDisabled={current >= file.pages} onPress={acts.next}>
          ↓
        </Button>
        <Button variant="plain" aria-label={t('documents:screen.smaller')} isDisabled={zoom <= zoomSteps[0]} onPress={acts.smaller}>
          −
        </Button>
        <span className="v-number">{t('documents:screen.zoom', { percent: Math.round(zoom * 100) })}</span>
        <Button variant="plain" aria-label={t('documents:screen.larger')} isDisabled={zoom >= (zoomSteps.at(-1) ?? 1)} onPress={acts.larger}>
          +
        </Button>
        <Button variant="plain" isDisabled={wanted === undefined} onPress={acts.fit}>
          {t('documents:screen.fit')}
        </Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reached by keys */}
      <div ref={setView} className="v-pdf-pages" role="region" aria-label={label} tabIndex={0} onScroll={read}>
        {view === null || size === undefined
          ? null
          : pages.map((no) => (
              <PdfPage key={no} file={file} no={no} label={t('documents:frame.page', { page: no, pages: file.pages })} zoom={zoom} size={size} within={view} onFail={onFail} />
            ))}
      </div>
    </div>
  );
};
