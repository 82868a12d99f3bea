import type { ReactNode } from 'react';
import { useDrop } from './use-drop.ts';

interface DropZoneProps {
  /** what stands over the screen while files are held above it */
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** The whole screen takes dropped files. Whoever works with the keyboard has the button that does the same. */
export const DropZone = ({ label, onFiles, children }: DropZoneProps) => {
  const over = useDrop(onFiles);
  return (
    <main className="v-drop">
      {children}
      {over ? (
        <div className="v-drop-over" aria-hidden="true">
          {label}
        </div>
      ) : null}
    </main>
  );
};
