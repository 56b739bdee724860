import type { OutlineView, SectionView } from '@expert-forum/contracts';
import { Link } from '@tanstack/react-router';
import { HereInSections } from '../../../features/documents/components/HereInSections.js';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { shownStatus } from '../../../shared/ui/shown-status.js';
import { StatusMark } from '../../../shared/ui/StatusMark.js';
import styles from './OutlineColumn.module.css';

interface Props {
  readonly outline: OutlineView;
  readonly current: SectionView;
  /** After a section was chosen: a sheet closes. */
  readonly onChosen?: () => void;
}

/** Chapters; of the present one its sections, each with its status and who is in it. */
export function OutlineColumn({ outline: { sections }, current, onChosen }: Props) {
  const text = useText();
  const sectionsOf = (chapter: SectionView): SectionView[] => sections.filter(({ parentId }) => parentId === chapter.id);
  return (
    <nav aria-label={text('section.outline')} className={styles.outline}>
      <ol onClick={({ target }) => target instanceof HTMLElement && target.closest('a') && onChosen?.()}>
        {sections.filter(({ parentId }) => parentId === null).map((chapter) => {
          const isOpen = chapter.id === current.parentId || chapter.id === current.id;
          const inside = sectionsOf(chapter);
          return (
            <li key={chapter.id} className={isOpen ? styles.open : undefined}>
              <Entry section={chapter} leadsTo={inside[0] ?? chapter} current={current} />
              {!isOpen && <Here ids={inside.map(({ id }) => id)} />}
              {isOpen && inside.length > 0 && (
                <ol>
                  {inside.map((section) => (
                    <li key={section.id}>
                      <Entry section={section} leadsTo={section} current={current} />
                      <Here ids={[section.id]} />
                    </li>
                  ))}
                </ol>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Under its entry, and not a part of its name. */
const Here = ({ ids }: { readonly ids: readonly string[] }) => (
  <div className={styles.here}>
    <HereInSections ids={ids} />
  </div>
);

interface EntryProps {
  readonly section: SectionView;
  readonly leadsTo: SectionView;
  readonly current: SectionView;
}

/** A chapter leads to its first section: only sections hold text. */
function Entry({ section, leadsTo, current }: EntryProps) {
  const language = useLanguage();
  const isSection = section.parentId !== null;
  return (
    <Link
      to="/$language/text/$section"
      params={{ language, section: leadsTo.id }}
      activeProps={{}}
      className={styles.entry}
      aria-current={section.id === current.id ? 'page' : undefined}
    >
      <span className={styles.number}>{section.number}</span>{' '}
      <span>
        <Localised of={section.title} />{' '}
        {isSection && (
          <span className={styles.status}>
            <StatusMark status={shownStatus(section)} />
          </span>
        )}
      </span>
    </Link>
  );
}
