import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import type { DraftItem } from './agenda-draft.js';
import styles from './AgendaEditor.module.css';

interface Props {
  readonly item: DraftItem;
  readonly number: number;
  readonly name: string;
  /** Numbers of its sections. */
  readonly sections: string;
  /** Why something cannot be done with it now. */
  readonly blocked: Readonly<Record<'up' | 'down' | 'remove', string | undefined>>;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** A line of the agenda that is being prepared, with what may be done with it. */
export function EditedItem({ item: { minutes }, number, name, sections, blocked, onEdit, onMove, onRemove }: Props) {
  const text = useText();
  return (
    <li className={styles.item}>
      <span className={styles.number}>{number}</span>
      <span>
        {name}
        <span className={styles.more}>
          {text('agenda.minutes', { n: minutes })}
          {sections !== '' && ` · ${sections}`}
        </span>
      </span>
      <span role="group" aria-label={text('outline.actionsFor', { title: name })} className={styles.tools}>
        <Button look="quiet" label={text('agenda.item.upOf', { title: name })} blockedBy={blocked.up} onPress={() => onMove(-1)}>
          <Arrow points="M2 8l4-4 4 4" />
        </Button>
        <Button look="quiet" label={text('agenda.item.downOf', { title: name })} blockedBy={blocked.down} onPress={() => onMove(1)}>
          <Arrow points="M2 4l4 4 4-4" />
        </Button>
        <Button look="quiet" label={text('agenda.item.editOf', { title: name })} onPress={onEdit}>
          {text('agenda.item.editShort')}
        </Button>
        <Button look="quiet" label={text('outline.removeOf', { title: name })} blockedBy={blocked.remove} onPress={onRemove}>
          {text('outline.remove')}
        </Button>
      </span>
    </li>
  );
}

const Arrow = ({ points }: { readonly points: string }) => (
  <svg viewBox="0 0 12 12" width="16" height="16" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
    <path d={points} />
  </svg>
);
