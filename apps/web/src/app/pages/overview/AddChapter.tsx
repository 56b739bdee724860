import type { DocumentView, HeldMandate } from '@expert-forum/contracts';
import { useState } from 'react';
import { addSection } from '../../../features/documents/api/outline-acts.js';
import type { Chapter } from '../../../features/documents/outline/chapters.js';
import { mayKeep } from '../../../features/documents/outline/outline-rights.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import styles from './Overview.module.css';
import { TitleSheet } from './TitleSheet.js';
import { useRule } from './use-rule.js';

interface Props {
  readonly document: DocumentView;
  readonly chapters: readonly Chapter[];
  readonly mandate: HeldMandate;
}

export function AddChapter({ document, chapters, mandate }: Props) {
  const text = useText();
  const rule = useRule();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.foot}>
      <Button blockedBy={rule(mayKeep(mandate))} onPress={() => setOpen(true)}>
        {text('outline.addChapter')}
      </Button>
      {isOpen && (
        <TitleSheet
          heading={text('outline.addChapter')}
          siblings={chapters.map(({ chapter }) => chapter)}
          act={(draft) => addSection(document.id, draft)}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
