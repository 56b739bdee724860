import { type ReactNode, useId } from 'react';
import styles from './Button.module.css';

interface Props {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly type?: 'button' | 'submit';
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  /** Name for assistive technology where the visible words do not suffice. */
  readonly label?: string;
  /** The rule that stops this button now; it stays focusable and says so. */
  readonly blockedBy?: string | undefined;
  readonly isBusy?: boolean;
}

export function Button({ children, onPress, type = 'button', look = 'plain', label, blockedBy, isBusy = false }: Props) {
  const reasonId = useId();
  const isBlocked = blockedBy !== undefined || isBusy;
  const button = (
    <button
      type={type}
      className={styles[look]}
      aria-label={label}
      aria-disabled={isBlocked || undefined}
      aria-describedby={blockedBy === undefined ? undefined : reasonId}
      onClick={(event) => {
        if (isBlocked) event.preventDefault();
        else onPress?.();
      }}
    >
      {children}
    </button>
  );
  if (blockedBy === undefined) return button;
  return (
    <span className={styles.blocked}>
      {button}
      <span id={reasonId} role="tooltip" className={styles.reason}>
        {blockedBy}
      </span>
    </span>
  );
}
