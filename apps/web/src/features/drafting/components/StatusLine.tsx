import type { SectionStatus } from '@expert-forum/collab';
import { useCodeText } from '../../../shared/api/use-problem-text.js';
import { type Text, useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';

/** The only place that speaks of saving. */
export function StatusLine({ status }: { readonly status: SectionStatus }) {
  const text = useText();
  const time = useTime();
  const codeText = useCodeText();
  if (status.word === 'rejected') return <span role="status">{codeText(status.problem.code)}</span>;
  return <span role="status">{statusText(status, text, time.clock)}</span>;
}

function statusText(status: Exclude<SectionStatus, { word: 'rejected' }>, text: Text, clock: (at: number) => string): string {
  const { unsent, receivedAt } = status;
  switch (status.word) {
    case 'connecting':
      return text('receipt.connecting');
    case 'offline':
      return text(unsent > 0 ? 'receipt.offlineUnsent' : 'receipt.offline', { time: clock(status.since), n: unsent });
    case 'readonly':
      if (status.phase === 'drafting') return text('receipt.reading');
      if (status.phase === 'consultation') return text('receipt.frozen', { time: clock(status.since) });
      return text('receipt.phase', { phase: text(`phase.${status.phase}`), time: clock(status.since) });
    case 'synced':
      if (unsent > 0) return text('receipt.unsent', { n: unsent });
      return receivedAt === null ? text('receipt.synced') : text('receipt.received', { time: clock(receivedAt) });
  }
}
