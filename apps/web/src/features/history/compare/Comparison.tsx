import { textBlocksOf, type NodeJson } from '@expert-forum/collab';
import { compareTexts, isChanged } from '@expert-forum/domain';
import { useMemo, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { ComparedParagraph } from './ComparedParagraph.js';
import styles from './Comparison.module.css';

interface Props {
  readonly before: NodeJson;
  readonly after: NodeJson;
}

/** What changed from one text to another, as one text to read. */
export function Comparison({ before, after }: Props) {
  const text = useText();
  const [isBrief, setBrief] = useState(true);
  const rows = useMemo(() => compareTexts(textBlocksOf(before), textBlocksOf(after)), [before, after]);
  const changed = rows.filter(isChanged);
  return (
    <section aria-label={text('history.comparison')} className={styles.comparison}>
      <div className={styles.bar}>
        <p role="status">{text('history.changes', { n: changed.length })}</p>
        <label>
          <input type="checkbox" checked={isBrief} onChange={({ currentTarget }) => setBrief(currentTarget.checked)} />
          {text('history.onlyChanged')}
        </label>
      </div>
      <ol className={styles.rows}>
        {(isBrief ? changed : rows).map((row) => (
          <ComparedParagraph key={`${row.before?.id ?? ''} ${row.after?.id ?? ''}`} row={row} />
        ))}
      </ol>
    </section>
  );
}
