import type { SectionConnection, SectionStatus } from '@expert-forum/collab/client';
import { type UnsentUrgency, unsentUrgency } from '@expert-forum/domain';
import { useEffect, useState } from 'react';
import { type Text, useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { useSectionStatus } from '../connection/section-facts.js';
import { useUnsentAge } from '../connection/use-unsent-age.js';
import { StatusDot, type Standing } from './StatusDot.js';
import styles from './StatusLine.module.css';

/** While one types, receipts follow each other faster than anybody reads: "Received" comes once it has been true this long. */
const SETTLE_MS = 400;

const MINUTE_MS = 60_000;

const WAITING: Readonly<Record<UnsentUrgency, Standing>> = { fresh: 'waiting', late: 'late', overdue: 'overdue' };

/** The only place that speaks of saving. */
export function StatusLine({ section }: { readonly section: SectionConnection }) {
  return <StatusWords status={useSettled(useSectionStatus(section))} />;
}

/** Announced when it is about the line or the rights, not at every receipt. */
export function StatusWords({ status }: { readonly status: SectionStatus }) {
  const text = useText();
  const time = useTime();
  const age = useUnsentAge(status.unsent > 0 ? status.oldestUnsentAt : null);
  const standing = standingOf(status, age ?? 0);
  const isQuiet = standing === 'received' || standing === 'waiting';
  return (
    <span className={styles.line} data-standing={standing} role="status" aria-live={isQuiet ? 'off' : 'polite'}>
      <StatusDot standing={standing} />
      <span>
        {statusText(status, text, (at) => (isToday(at) ? time.clock(at) : time.moment(at)))}
        {age !== null && unsentUrgency(age) !== 'fresh' && (
          <span aria-hidden="true">
            {' '}
            <span className={styles.age}>{ageText(age, text)}</span>
          </span>
        )}
      </span>
    </span>
  );
}

const isToday = (at: number): boolean => new Date(at).toDateString() === new Date().toDateString();

/** In whole seconds, then minutes: nobody counts further while they wait. */
const ageText = (age: number, text: Text): string =>
  age < MINUTE_MS ? text('receipt.forSeconds', { n: Math.floor(age / 1_000) }) : text('receipt.forMinutes', { n: Math.floor(age / MINUTE_MS) });

function standingOf(status: SectionStatus, age: number): Standing {
  switch (status.word) {
    case 'readonly':
      return status.phase === 'drafting' ? 'reading' : 'frozen';
    case 'rejected':
      return 'stopped';
    case 'synced':
      return status.unsent > 0 ? WAITING[unsentUrgency(age)] : 'received';
    case 'connecting':
    case 'offline':
      return status.word;
  }
}

function statusText(status: SectionStatus, text: Text, when: (at: number) => string): string {
  const { unsent, receivedAt } = status;
  switch (status.word) {
    case 'connecting':
      return text('receipt.connecting');
    case 'offline':
      return text(unsent > 0 ? 'receipt.offlineUnsent' : 'receipt.offline', { time: when(status.since), n: unsent });
    case 'readonly':
      if (status.phase === 'drafting') return text('receipt.reading');
      if (status.phase === 'consultation') return text('receipt.frozen', { time: when(status.since) });
      return text('receipt.phase', { phase: text(`phase.${status.phase}`), time: when(status.since) });
    case 'rejected':
      return text('receipt.stopped');
    case 'synced':
      if (unsent > 0) return text('receipt.unsent', { n: unsent });
      return receivedAt === null ? text('receipt.synced') : text('receipt.received', { time: when(receivedAt) });
  }
}

function useSettled(status: SectionStatus): SectionStatus {
  const [settled, settle] = useState(status);
  useEffect(() => {
    const timer = setTimeout(() => settle(status), standingOf(status, 0) === 'received' ? SETTLE_MS : 0);
    return () => clearTimeout(timer);
  }, [status]);
  return settled;
}
