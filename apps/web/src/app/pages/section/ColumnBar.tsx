import { type ReactNode, useState } from 'react';
import type { Discussion } from '../../../features/threads/discussion/use-discussion.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import styles from './ColumnBar.module.css';
import { NotesSheet } from './NotesSheet.js';

interface Props {
  /** Made anew each time the sheet opens; `close` is to be called when something was chosen in it. */
  readonly outline: (close: () => void) => ReactNode;
  readonly about: ReactNode;
  readonly discussion: Discussion;
}

/** Where there is no room beside the text, its side columns are sheets, and these are their doors. */
export function ColumnBar({ outline, about, discussion }: Props) {
  const text = useText();
  const { chosen, choose, threads } = discussion;
  const [open, setOpen] = useState<'outline' | 'about' | 'notes' | null>(chosen === null ? null : 'notes');
  const close = (): void => setOpen(null);
  const [seen, setSeen] = useState(chosen);
  if (chosen !== seen) {
    setSeen(chosen);
    if (chosen !== null) setOpen('notes'); // words were pressed, or are to be commented on
  }
  return (
    <div className={styles.bar}>
      <Button look="quiet" onPress={() => setOpen('outline')}>
        {text('section.outline')}
      </Button>
      <Button look="quiet" onPress={() => setOpen('notes')}>
        {text('thread.title', { n: threads.length })}
      </Button>
      <Button look="quiet" onPress={() => setOpen('about')}>
        {text('section.about')}
      </Button>
      {open === 'outline' && (
        <Sheet title={text('section.outline')} place="side" onClose={close}>
          {outline(close)}
        </Sheet>
      )}
      {open === 'notes' && (
        <NotesSheet
          discussion={discussion}
          onClose={() => {
            choose(null);
            close();
          }}
        />
      )}
      {open === 'about' && (
        <Sheet title={text('section.about')} place="side" onClose={close}>
          {about}
        </Sheet>
      )}
    </div>
  );
}
