import type { ParagraphDifference } from '@expert-forum/domain';
import type { ReactNode } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import styles from './MovedText.module.css';

interface Props {
  readonly difference: readonly ParagraphDifference[];
  /** Number of a paragraph in the text as it is now; undefined for one that has none, or is gone. */
  readonly numberOf: (paragraphId: string) => number | undefined;
  /** Shows the words before and after with what changed between them. */
  readonly compare: (before: string, after: string) => ReactNode;
  readonly isBusy: boolean;
  readonly onAskAgain: () => void;
}

/** What became of the text between the question and the record, paragraph by paragraph; and the way on. */
export function MovedText({ difference, numberOf, compare, isBusy, onAskAgain }: Props) {
  const text = useText();
  return (
    <div className={styles.moved}>
      <Notice kind="fault">{text('call.moved')}</Notice>
      <ul>
        {difference.map(({ paragraphId, before, after }) => {
          const number = numberOf(paragraphId);
          const kind = kindOf(before, after);
          return (
            <li key={paragraphId}>
              <p className={styles.kind}>
                {number !== undefined && `${text('call.moved.paragraph', { number })} · `}
                {text(`call.moved.${kind}`)}
              </p>
              {compare(before ?? '', after ?? '')}
            </li>
          );
        })}
      </ul>
      <p>
        <Button look="primary" isBusy={isBusy} onPress={onAskAgain}>
          {text('call.askAgain')}
        </Button>
      </p>
    </div>
  );
}

function kindOf(before: string | null, after: string | null): 'new' | 'gone' | 'form' | 'changed' {
  if (before === null) return 'new';
  if (after === null) return 'gone';
  return before === after ? 'form' : 'changed';
}
