import { useText } from '../../../shared/i18n/use-text.js';
import type { AgendaSum } from './agenda-times.js';
import styles from './AgendaSumLine.module.css';

/** What the items take together, beside what the session gives. */
export function AgendaSumLine({ sum: { planned, given, left } }: { readonly sum: AgendaSum }) {
  const text = useText();
  return (
    <p className={styles.sum} data-over={left < 0 || undefined} role="status">
      {text('agenda.sum', { planned, given })} {left < 0 ? text('agenda.over', { n: -left }) : text('agenda.left', { n: left })}
    </p>
  );
}
