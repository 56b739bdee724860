import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface Props {
  /** `fault` is read out at once. */
  readonly kind?: 'info' | 'fault';
  readonly children: ReactNode;
}

export const Notice = ({ kind = 'info', children }: Props) => (
  <div className={styles[kind]} role={kind === 'fault' ? 'alert' : 'status'}>
    {children}
  </div>
);
