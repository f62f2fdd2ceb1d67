import { useEffect } from 'react';

export const withBadge = (title: string, count: number): string => (count > 0 ? `(${count}) ` : '') + title.replace(/^\(\d+\) /, '');

/** The number of open offers in the tab's title, for people who are in another tab. */
export function useTitleBadge(count: number): void {
  useEffect(() => {
    document.title = withBadge(document.title, count);
    return () => {
      document.title = withBadge(document.title, 0);
    };
  }, [count]);
}
