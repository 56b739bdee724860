import type { MemberView } from '@expert-forum/contracts';
import { useText } from '../../../shared/i18n/use-text.js';
import styles from './MemberState.module.css';

/** What keeps a member from signing in, if anything does: told by its shape and in words. */
export function MemberState({ member: { isSuspended, hasJoined } }: { readonly member: MemberView }) {
  const text = useText();
  if (isSuspended) {
    return (
      <span className={styles.suspended}>
        <Mark d="M2 2h12v12H2zM5 8h6" />
        {text('people.suspended')}
      </span>
    );
  }
  if (hasJoined) return null;
  return (
    <span className={styles.awaited}>
      <Mark d="M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0" dashes="2.2 2.5" />
      {text('people.notJoined')}
    </span>
  );
}

const Mark = ({ d, dashes }: { readonly d: string; readonly dashes?: string }) => (
  <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
    <path d={d} strokeDasharray={dashes} />
  </svg>
);
