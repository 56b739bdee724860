import type { AgendaItemView, SessionView } from '@expert-forum/contracts';
import { itemAfter } from '@expert-forum/domain';
import { Localised, localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import styles from './AgendaRail.module.css';

interface Props {
  readonly session: SessionView;
  /** The item that everybody looks at. */
  readonly shown: AgendaItemView | null;
  readonly isChair: boolean;
  readonly blockedBy: string | undefined;
  readonly onActivate: (itemId: string) => void;
  readonly onConclude: (item: AgendaItemView) => void;
}

/** The agenda beside the text: what was dealt with, what is on the table, what is to come. */
export function AgendaRail({ session, shown, isChair, blockedBy, onActivate, onConclude }: Props) {
  const text = useText();
  return (
    <nav aria-label={text('agenda.title')} className={styles.rail}>
      <ol>
        {session.items.map((item, index) => (
          <li key={item.id} aria-current={item === shown || undefined} data-state={item.state}>
            <span className={styles.number}>{index + 1}</span>
            <div className={styles.item}>
              <Localised of={item.title} />
              <span className={styles.state}>
                {text(`agenda.state.${item.state}`)} · {text('agenda.minutes', { n: item.minutes })}
              </span>
              {item.outcome && (
                <span className={styles.outcome} lang="en">
                  {item.outcome}
                </span>
              )}
              {isChair && session.state !== 'closed' && <ItemAct {...{ session, item, blockedBy, onActivate, onConclude }} />}
            </div>
          </li>
        ))}
      </ol>
    </nav>
  );
}

type ActProps = Pick<Props, 'session' | 'blockedBy' | 'onActivate' | 'onConclude'> & { readonly item: AgendaItemView };

/** What the chair does with an item: puts it on the table while that is free, or records how it ended. */
function ItemAct({ session, item, blockedBy, onActivate, onConclude }: ActProps) {
  const text = useText();
  const language = useLanguage();
  const { text: title } = localised(item.title, language);
  if (item.state === 'active') return null;
  if (itemAfter(item.state, 'active').ok) {
    const isFree = session.state === 'open' && session.items.every(({ state }) => state !== 'active');
    if (!isFree) return null;
    return (
      <Button look="quiet" label={text('agenda.activateItem', { title })} blockedBy={blockedBy} onPress={() => onActivate(item.id)}>
        {text('agenda.activate')}
      </Button>
    );
  }
  if (session.state === 'planned') return null;
  return (
    <Button look="quiet" label={text('agenda.wordsOf', { title })} blockedBy={blockedBy} onPress={() => onConclude(item)}>
      {text('agenda.words')}
    </Button>
  );
}
