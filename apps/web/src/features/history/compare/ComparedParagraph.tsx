import type { TextBlock } from '@expert-forum/collab';
import { wordDifference, type ComparedRow } from '@expert-forum/domain';
import { useText } from '../../../shared/i18n/use-text.js';
import styles from './Comparison.module.css';
import { marksOf } from './marks-of.js';
import { Words } from './Words.js';

/** A paragraph of both texts: what went is struck, what came is underlined, and what cannot be seen in the words is said above. */
export function ComparedParagraph({ row }: { readonly row: ComparedRow<TextBlock> }) {
  const text = useText();
  const block = row.after ?? row.before;
  if (block === null) return null;
  const marks = marksOf(row);
  return (
    <li className={styles.row} data-changed={marks.length > 0 || undefined}>
      {marks.length > 0 && <p className={styles.marks}>{marks.map((mark) => text(`history.mark.${mark}`)).join(' · ')}</p>}
      <div className={styles.words} data-name={block.name} data-within={block.within ?? undefined} lang="en">
        {wordDifference(row.before?.words ?? '', row.after?.words ?? '').map(({ kind, words }, index) => {
          if (kind === 'gone')
            return (
              <del key={index}>
                <Words>{words}</Words>
              </del>
            );
          if (kind === 'new')
            return (
              <ins key={index}>
                <Words>{words}</Words>
              </ins>
            );
          return <Words key={index}>{words}</Words>;
        })}
      </div>
    </li>
  );
}
