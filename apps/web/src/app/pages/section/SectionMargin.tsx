import { type ReactNode, useState } from 'react';
import type { Discussion } from '../../../features/threads/discussion/use-discussion.js';
import { Notes } from '../../../features/threads/margin/Notes.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { ChoiceRow } from '../../../shared/ui/ChoiceRow.js';
import styles from './SectionMargin.module.css';

interface Props {
  readonly discussion: Discussion;
  readonly about: ReactNode;
}

/** Beside the text: what is said about its words or, as long as nothing is, about the section. */
export function SectionMargin({ discussion, about }: Props) {
  const text = useText();
  const { threads, chosen } = discussion;
  const [wanted, setWanted] = useState<'notes' | 'about' | null>(chosen === null ? null : 'notes');
  const [seen, setSeen] = useState(chosen);
  if (chosen !== seen) {
    setSeen(chosen);
    if (chosen !== null) setWanted('notes');
  }
  const shown = wanted ?? (threads.some(({ state }) => state !== 'resolved') || discussion.proposed !== null ? 'notes' : 'about');
  return (
    <aside className={styles.margin} aria-label={text('section.notes')}>
      <div className={styles.choice}>
        <ChoiceRow
          name={text('section.notes')}
          choices={[
            { value: 'notes', label: text('thread.title', { n: threads.length }) },
            { value: 'about', label: text('section.about') },
          ]}
          chosen={shown}
          onChoose={setWanted}
        />
      </div>
      {shown === 'notes' ? <Notes discussion={discussion} isPlaced /> : about}
    </aside>
  );
}
