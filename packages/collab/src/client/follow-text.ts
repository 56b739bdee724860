import type { SectionConnection } from './section-connection.js';

/** Calls `changed` at once, and whenever the text, its status or the document that holds it is another; what is answered ends it. */
export function followText(section: Pick<SectionConnection, 'doc' | 'on'>, changed: () => void): () => void {
  let { doc } = section;
  const follow = (): void => {
    doc.off('afterAllTransactions', changed);
    doc = section.doc;
    doc.on('afterAllTransactions', changed);
    changed();
  };
  const stops = [section.on('status', changed), section.on('replaced', follow)];
  follow();
  return () => {
    doc.off('afterAllTransactions', changed);
    for (const stop of stops) stop();
  };
}
