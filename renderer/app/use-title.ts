import { useEffect } from 'react';

/** The name of the screen in the title of the window. Never a person's name: titles are seen in task bars and recordings. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · Varco`;
  }, [title]);
};
