import type { ReactNode } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { usePeopleAct } from '../api/use-people-act.js';
import styles from '../form/SheetForm.module.css';

interface Props<Answer> {
  readonly title: string;
  /** What stands on the button that does it. */
  readonly name: string;
  readonly look?: 'primary' | 'danger';
  readonly act: () => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
  /** What will happen. */
  readonly children: ReactNode;
}

/** Says what an act does before it is done. */
export function ConfirmSheet<Answer>({ title, name, look = 'danger', act, onDone, onClose, children }: Props<Answer>) {
  const text = useText();
  const problemText = useProblemText();
  const doing = usePeopleAct(act, onDone);
  return (
    <Sheet title={title} onClose={onClose}>
      {doing.isError && <Notice kind="fault">{problemText(doing.error)}</Notice>}
      {children}
      <div className={styles.acts}>
        <Button look={look} isBusy={doing.isPending} onPress={() => doing.mutate()}>
          {name}
        </Button>
        <Button onPress={onClose}>{text('app.cancel')}</Button>
      </div>
    </Sheet>
  );
}
