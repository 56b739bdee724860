import { type ExportedText, sectionsOf } from '@expert-forum/rendering';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';

/** What a file holds and what it does not, before it is made. */
export function WhatIsIn({ exported }: { readonly exported: ExportedText }) {
  const text = useText();
  const time = useTime();
  if (exported.kind === 'section') {
    const { section, unsent, isOfflineCopy } = exported;
    return (
      <>
        <p>{text('export.section', { number: section.number })}</p>
        {isOfflineCopy && <p>{text('export.sectionOffline', { time: time.moment(section.readAt) })}</p>}
        {unsent > 0 && <p>{text('export.unsent', { n: unsent })}</p>}
      </>
    );
  }
  const n = sectionsOf(exported).length;
  return exported.isOfflineCopy ? <p>{text('export.wholeOffline', { n, total: n + exported.missing.length })}</p> : <p>{text('export.whole', { n })}</p>;
}
