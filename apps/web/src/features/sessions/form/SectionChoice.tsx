import type { SectionView } from '@expert-forum/contracts';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { shownStatus } from '../../../shared/ui/shown-status.js';
import { StatusMark } from '../../../shared/ui/StatusMark.js';
import styles from './SectionChoice.module.css';

export interface SectionsOfChapter {
  readonly chapter: SectionView;
  readonly sections: readonly SectionView[];
}

interface Props {
  readonly chapters: readonly SectionsOfChapter[];
  readonly chosen: readonly string[];
  readonly fault: string | undefined;
}

/** The sections an item is about, by chapter; chapters that hold a chosen one are open. */
export function SectionChoice({ chapters, chosen, fault }: Props) {
  const text = useText();
  return (
    <fieldset className={styles.choice} aria-invalid={fault !== undefined || undefined}>
      <legend>{text('agenda.sections')}</legend>
      {fault && <p className={styles.fault}>{fault}</p>}
      {chapters.map(({ chapter, sections }) => (
        <details key={chapter.id} open={sections.some(({ id }) => chosen.includes(id))}>
          <summary>
            <span className={styles.number}>{chapter.number}</span> <Localised of={chapter.title} />
          </summary>
          {sections.map((section) => (
            <label key={section.id} className={styles.section}>
              <input type="checkbox" name="section" value={section.id} defaultChecked={chosen.includes(section.id)} />
              <span>
                {section.number} <Localised of={section.title} />
                <span className={styles.status}>
                  <StatusMark status={shownStatus(section)} />
                </span>
              </span>
            </label>
          ))}
        </details>
      ))}
    </fieldset>
  );
}
