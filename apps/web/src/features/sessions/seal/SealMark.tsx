import { Link } from '@tanstack/react-router';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import styles from './SealMark.module.css';
import type { SealFacts } from './section-seal.js';

/** The seal as it stays on a text: its mark, when and under which item it was agreed; it leads to the minutes. */
export function SealMark({ seal: { kind, at, item, sessionId } }: { readonly seal: SealFacts }) {
  const text = useText();
  const time = useTime();
  const language = useLanguage();
  return (
    <Link to="/$language/sessions/$session/minutes" params={{ language, session: sessionId }} className={styles.seal}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        <rect x="1" y="1" width="12" height="12" />
      </svg>
      {text(`section.seal.${kind}`, { day: time.day(at), item })}
    </Link>
  );
}
