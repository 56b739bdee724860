import type { ReactNode } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import styles from '../form/Form.module.css';

interface Props {
  readonly title: string;
  /** What it does. */
  readonly children: ReactNode;
  readonly name: string;
  /** Why it was not done. */
  readonly fault: string | null;
  readonly isBusy: boolean;
  readonly onConfirmed: () => void;
  readonly onClose: () => void;
}

/** Says what an act does on every screen before it is done. */
export function ConfirmSheet({ title, children, name, fault, isBusy, onConfirmed, onClose }: Props) {
  const text = useText();
  return (
    <Sheet title={title} onClose={onClose}>
      {fault !== null && <Notice kind="fault">{fault}</Notice>}
      <p>{children}</p>
      <div className={styles.acts}>
        <Button look="primary" isBusy={isBusy} onPress={onConfirmed}>
          {name}
        </Button>
        <Button onPress={onClose}>{text('app.cancel')}</Button>
      </div>
    </Sheet>
  );
}
