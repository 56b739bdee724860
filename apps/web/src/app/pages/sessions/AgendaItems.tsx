import type { ItemSectionView, SessionView } from '@expert-forum/contracts';
import { statusOf } from '@expert-forum/domain';
import { Link } from '@tanstack/react-router';
import { agendaSum, startsOf } from '../../../features/sessions/agenda/agenda-times.js';
import { AgendaSumLine } from '../../../features/sessions/agenda/AgendaSumLine.js';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { shownStatus } from '../../../shared/ui/shown-status.js';
import { StatusMark } from '../../../shared/ui/StatusMark.js';
import styles from './AgendaItems.module.css';

/** The items in order: when each comes up by the reader's clock, what it is about, what became of it. */
export function AgendaItems({ session }: { readonly session: SessionView }) {
  const text = useText();
  const { clock } = useTime();
  const { items, startsAt, state } = session;
  const starts = startsOf(items, startsAt);
  if (items.length === 0) return <p>{text('agenda.empty')}</p>;
  return (
    <>
      <ol className={styles.items}>
        {items.map((item, index) => (
          <li key={item.id} className={styles.item}>
            <time className={styles.start} dateTime={new Date(starts[index] ?? 0).toISOString()}>
              {clock(starts[index] ?? 0)}
            </time>
            <div>
              <p className={styles.title}>
                {index + 1}. <Localised of={item.title} />
              </p>
              {item.outcome && (
                <p className={styles.more} lang="en">
                  {item.outcome}
                </p>
              )}
              <Sections sections={item.sections} />
            </div>
            <p className={styles.more}>
              {text('agenda.minutes', { n: item.minutes })}
              {state !== 'planned' && (
                <>
                  <br />
                  <span data-state={item.state}>{text(`agenda.state.${item.state}`)}</span>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      {state === 'planned' && <AgendaSumLine sum={agendaSum(items, session)} />}
    </>
  );
}

function Sections({ sections }: { readonly sections: readonly ItemSectionView[] }) {
  const language = useLanguage();
  if (sections.length === 0) return null;
  return (
    <ul className={styles.sections}>
      {sections.map(({ id, number, title, phase, isAdReferendum }) => (
        <li key={id}>
          <Link to="/$language/text/$section" params={{ language, section: id }}>
            {number} <Localised of={title} />
          </Link>
          <StatusMark status={shownStatus({ phase, status: statusOf({ phase, isAdReferendum, openBrackets: 0 }) })} />
        </li>
      ))}
    </ul>
  );
}
