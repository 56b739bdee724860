import type { AgendaItemView, ItemSectionView } from '@expert-forum/contracts';
import { statusOf } from '@expert-forum/domain';
import { Link } from '@tanstack/react-router';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { ChoiceRow } from '../../../shared/ui/ChoiceRow.js';
import { shownStatus } from '../../../shared/ui/shown-status.js';
import { StatusMark } from '../../../shared/ui/StatusMark.js';
import styles from './TableHead.module.css';

interface Props {
  readonly item: AgendaItemView;
  /** Its place in the agenda. */
  readonly number: number;
  readonly section: ItemSectionView | null;
  readonly onLook: (sectionId: string) => void;
}

/** The item, and of its sections the one whose text is shown. */
export function TableHead({ item, number, section, onLook }: Props) {
  const text = useText();
  const language = useLanguage();
  return (
    <header className={styles.head}>
      <p className={styles.item}>
        {text('session.item', { n: number })} · {section ? <Localised of={item.title} /> : text(`agenda.state.${item.state}`)}
        {section && item.state !== 'active' && ` · ${text(`agenda.state.${item.state}`)}`}
      </p>
      {section === null ? (
        <>
          <h2>
            <Localised of={item.title} />
          </h2>
          <p className={styles.item}>{text('session.item.withoutText')}</p>
        </>
      ) : (
        <>
          {item.sections.length > 1 && (
            <ChoiceRow
              name={text('agenda.sections')}
              choices={item.sections.map(({ id, number: label }) => ({ value: id, label }))}
              chosen={section.id}
              onChoose={onLook}
            />
          )}
          <h2>
            <span className={styles.number}>{section.number}</span>{' '}
            <Link to="/$language/text/$section" params={{ language, section: section.id }}>
              <Localised of={section.title} />
            </Link>
          </h2>
          <StatusMark status={shownStatus({ phase: section.phase, status: statusOf({ ...section, openBrackets: 0 }) })} />
        </>
      )}
    </header>
  );
}
