import type { PreviewedSection } from '@expert-forum/contracts';
import { renderBlocks, type ResolveReference } from '@expert-forum/rendering';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { isNode } from './previewed-references.js';
import styles from './Publications.module.css';

interface Props {
  readonly section: PreviewedSection;
  readonly resolve: ResolveReference;
  /** Given to who may keep it back. */
  readonly onKeepBack: (() => void) | undefined;
}

/** One section as the public will read it, made by the very code that makes the public page. */
export function PreviewedText({ section: { number, title, hash, document }, resolve, onKeepBack }: Props) {
  const text = useText();
  return (
    <li className={styles.part}>
      <details>
        <summary>
          <span className={styles.number}>{number}</span>
          <span className={styles.name}>
            <Localised of={title} />
          </span>
          <code>{hash.slice(0, 12)}</code>
        </summary>
        {isNode(document) && (
          <div lang="en" className={styles.text} dangerouslySetInnerHTML={{ __html: renderBlocks(document, `${number}-preview`, resolve).markup }} />
        )}
      </details>
      {onKeepBack && (
        <button type="button" className={styles.act} onClick={onKeepBack}>
          {text('publications.keepBack')}
        </button>
      )}
    </li>
  );
}
