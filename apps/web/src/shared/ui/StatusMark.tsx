import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import type { ShownStatus } from './shown-status.js';
import styles from './StatusMark.module.css';

const ring = <circle cx="8" cy="8" r="6" />;

/** Each is told by its shape, without colour; the word stands beside it. */
const SHAPES: Readonly<Record<ShownStatus, ReactNode>> = {
  outline: <circle cx="8" cy="8" r="6" strokeDasharray="2.2 2.5" />,
  open: ring,
  consultation: (
    <>
      {ring}
      <path d="M6.4 5.6v4.8M9.6 5.6v4.8" />
    </>
  ),
  in_brackets: (
    <>
      {ring}
      <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />
    </>
  ),
  under_silence: <path d="M3.5 2h9M3.5 14h9M4.5 2c0 4 3 4.5 3.5 6-.5 1.5-3.5 2-3.5 6M11.5 2c0 4-3 4.5-3.5 6 .5 1.5 3.5 2 3.5 6" />,
  agreed_ad_referendum: (
    <>
      {ring}
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  agreed: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  published: (
    <>
      <rect x="2" y="2" width="12" height="12" />
      <rect x="5" y="5" width="6" height="6" fill="currentColor" stroke="none" />
    </>
  ),
  parked: (
    <>
      {ring}
      <path d="M3.8 12.2l8.4-8.4" />
    </>
  ),
};

/** Where a section stands, by shape and word. */
export function StatusMark({ status }: { readonly status: ShownStatus }) {
  const text = useText();
  return (
    <span className={styles.mark} data-status={status}>
      <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
        {SHAPES[status]}
      </svg>
      {text(`status.${status}`)}
    </span>
  );
}
