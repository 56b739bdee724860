import type { AuthorshipView } from '@expert-forum/contracts';
import { useText } from '../../../shared/i18n/use-text.js';
import { CentreCode } from '../../../shared/ui/CentreCode.js';
import { useWriterName } from './use-writer-name.js';
import { writersIn } from './written-runs.js';
import styles from './Writers.module.css';

/** Of whom words stand in the text, and by which sign they are known. */
export function Legend({ authorship }: { readonly authorship: AuthorshipView }) {
  const text = useText();
  const writerName = useWriterName();
  return (
    <section className={styles.legend}>
      <h2>{text('history.legend')}</h2>
      <ul>
        {writersIn(authorship).map((writer) => (
          <li key={`${writer?.centreCode ?? ''} ${writer?.memberName ?? ''}`}>
            {writer?.centreCode ? <CentreCode code={writer.centreCode} /> : <span className={styles.role}>{writerName(writer).code}</span>}
            <span>{writer === null ? text('history.forum.explained') : writer.memberName}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
