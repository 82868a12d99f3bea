import { useEffect, useEffectEvent, useState } from 'react';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * Takes files dropped anywhere on the window for as long as the screen is there. Elsewhere a dropped file is refused.
 * @returns whether files are held above the window now
 */
export const useDrop = (onFiles: (files: readonly File[]) => void): boolean => {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const stop = new AbortController();
    const hear = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', listener: (event: DragEvent) => void): void => window.addEventListener(type, listener, { signal: stop.signal });
    hear('dragenter', (event) => setOver(holdsFiles(event)));
    hear('dragover', (event) => {
      if (!holdsFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    });
    // without a place it goes to, it left the window
    hear('dragleave', (event) => event.relatedTarget === null && setOver(false));
    hear('drop', (event) => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take(files);
    });
    return () => stop.abort();
  }, []);
  return over;
};
