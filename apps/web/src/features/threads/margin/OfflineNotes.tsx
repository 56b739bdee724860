import { useText, useLanguage } from '../../../shared/i18n/use-text.js';
import { useLiveLine } from '../../../shared/socket/live-line.js';
import { ageOf } from '../note/age.js';
import { useNow } from '../note/use-now.js';
import styles from './Notes.module.css';

/** While nobody answers: that the notes are those this device has kept, and how old they are. */
export function OfflineNotes({ readAt }: { readonly readAt: number }) {
  const text = useText();
  const language = useLanguage();
  const now = useNow();
  const { kind, lastOpen } = useLiveLine();
  if (kind !== 'cut' || readAt === 0) return null;
  const at = new Date(lastOpen ?? readAt).toISOString();
  return <p className={styles.copy}>{text('thread.offlineCopy', { age: ageOf(at, now, language) })}</p>;
}
