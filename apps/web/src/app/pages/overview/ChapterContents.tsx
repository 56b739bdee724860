import type { HeldMandate } from '@expert-forum/contracts';
import type { Chapter } from '../../../features/documents/outline/chapters.js';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { NodeActs } from './NodeActs.js';
import styles from './Overview.module.css';
import { SectionEntry } from './SectionEntry.js';

interface Props {
  readonly of: Chapter;
  readonly mandate: HeldMandate;
  readonly isEdited: boolean;
}

/** A chapter with who answers for it, and its sections. */
export function ChapterContents({ of, mandate, isEdited }: Props) {
  const text = useText();
  const { chapter, sections } = of;
  return (
    <li id={chapter.id} className={styles.chapter}>
      <div className={styles.chapterHead}>
        <h2>
          <span className={styles.number}>{chapter.number}</span> <Localised of={chapter.title} />
        </h2>
        <p className={styles.rapporteur}>
          {text('overview.rapporteur')}: {chapter.rapporteur?.memberName ?? text('overview.noDrafters')}
        </p>
        {isEdited && <NodeActs mandate={mandate} of={of} />}
      </div>
      <ol>
        {sections.map((section) => (
          <SectionEntry key={section.id} section={section} chapter={of} mandate={mandate} isEdited={isEdited} />
        ))}
      </ol>
    </li>
  );
}
