import type { ReactNode } from 'react';

export type Standing = 'received' | 'waiting' | 'late' | 'overdue' | 'offline' | 'connecting' | 'frozen' | 'reading' | 'stopped';

const SHAPES: Readonly<Record<Standing, ReactNode>> = {
  received: <circle cx="6" cy="6" r="4" fill="currentColor" stroke="none" />,
  waiting: <circle cx="6" cy="6" r="3.5" />,
  late: <path d="M6 2.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7M6 4v2.2l1.4.9" />,
  overdue: <path d="M6 1.5l5 9H1zM6 5v2.2M6 8.4v.6" />,
  offline: <path d="M6 2.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7M2 10l8-8" />,
  connecting: <circle cx="6" cy="6" r="3.5" strokeDasharray="2 2" />,
  frozen: <path d="M4 2.5v7M8 2.5v7" strokeWidth="2" />,
  reading: <path d="M2 3.5h8M2 6h8M2 8.5h5" />,
  stopped: <path d="M3 3l6 6M9 3L3 9" strokeWidth="2" />,
};

/** The standing of a section by its shape; the colour only repeats it. */
export const StatusDot = ({ standing }: { readonly standing: Standing }) => (
  <svg viewBox="0 0 12 12" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    {SHAPES[standing]}
  </svg>
);
