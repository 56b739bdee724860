import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import { Link } from '@tanstack/react-router';
import { HereInSections } from '../../../features/documents/components/HereInSections.js';
import type { Chapter } from '../../../features/documents/outline/chapters.js';
import { mayTypeIn } from '../../../features/documents/outline/outline-rights.js';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { CentreCode } from '../../../shared/ui/CentreCode.js';
import { shownStatus } from '../../../shared/ui/shown-status.js';
import { StatusMark } from '../../../shared/ui/StatusMark.js';
import hidden from '../../../shared/ui/visually-hidden.module.css';
import { NodeActs } from './NodeActs.js';
import styles from './Overview.module.css';

interface Props {
  readonly section: SectionView;
  readonly chapter: Chapter;
  readonly mandate: HeldMandate;
  readonly isEdited: boolean;
}

/** A line of the contents: number, title, where the section stands, who drafts it and whether the reader may. */
export function SectionEntry({ section, chapter, mandate, isEdited }: Props) {
  const text = useText();
  const language = useLanguage();
  const { id, number, title, drafters, rapporteur } = section;
  const centres = [...new Set(drafters.map(({ centreCode }) => centreCode))].sort();
  const ownRapporteur = rapporteur?.mandateId === chapter.chapter.rapporteur?.mandateId ? null : rapporteur;
  const mayType = mayTypeIn(mandate, section).ok;
  return (
    <li className={isEdited ? `${styles.section} ${styles.edited}` : styles.section}>
      <Link to="/$language/text/$section" params={{ language, section: id }} className={styles.title}>
        <span className={styles.number}>{number}</span>{' '}
        <span>
          <Localised of={title} />
        </span>
      </Link>
      {isEdited ? <NodeActs mandate={mandate} of={chapter} section={section} /> : <Standing section={section} />}
      {!isEdited && (centres.length > 0 || mayType || ownRapporteur) && (
        <p className={styles.who}>
          {centres.length > 0 && <span className={hidden.hidden}>{text('overview.drafters')}: </span>}
          {centres.map((code) => (
            <CentreCode key={code} code={code} />
          ))}
          {ownRapporteur && (
            <span>
              {text('overview.rapporteur')}: {ownRapporteur.memberName}
            </span>
          )}
          {mayType && <strong>{text('overview.youMayType')}</strong>}
        </p>
      )}
    </li>
  );
}

/** Where the section stands, and who is in it. */
function Standing({ section }: Pick<Props, 'section'>) {
  return (
    <div className={styles.standing}>
      <StatusMark status={shownStatus(section)} />
      <HereInSections ids={[section.id]} />
    </div>
  );
}
