import { useEffect } from 'react';

/** Prints `words` at the head of every sheet of paper and the number of the sheet at its foot. */
export function useRunningHead(words: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page {
      size: A4;
      margin: 25mm 22mm;
      @top-left { content: ${JSON.stringify(words)}; font: 9pt "Source Sans 3 Variable", sans-serif; }
      @bottom-right { content: counter(page) " / " counter(pages); font: 9pt "Source Sans 3 Variable", sans-serif; }
    }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [words]);
}
