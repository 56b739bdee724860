import { type ReactNode, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import styles from './ColumnBar.module.css';

interface Props {
  /** Made anew each time the sheet opens; `close` is to be called when something was chosen in it. */
  readonly outline: (close: () => void) => ReactNode;
  readonly about: ReactNode;
}

/** Where there is no room beside the text, its side columns are sheets, and these are their doors. */
export function ColumnBar({ outline, about }: Props) {
  const text = useText();
  const [open, setOpen] = useState<'outline' | 'about' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <div className={styles.bar}>
      <Button look="quiet" onPress={() => setOpen('outline')}>
        {text('section.outline')}
      </Button>
      <Button look="quiet" onPress={() => setOpen('about')}>
        {text('section.about')}
      </Button>
      {open === 'outline' && (
        <Sheet title={text('section.outline')} place="side" onClose={close}>
          {outline(close)}
        </Sheet>
      )}
      {open === 'about' && (
        <Sheet title={text('section.about')} place="side" onClose={close}>
          {about}
        </Sheet>
      )}
    </div>
  );
}
