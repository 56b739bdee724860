import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import { mayReadHistory } from '@expert-forum/domain';
import { Link } from '@tanstack/react-router';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import type { HistorySearch } from '../../searches.js';
import { CompareStates } from './CompareStates.js';
import styles from './History.module.css';
import { tiesOf } from './ties-of.js';
import { WhoWrote } from './WhoWrote.js';

interface Props {
  readonly section: SectionView;
  readonly mandate: HeldMandate;
  readonly search: HistorySearch;
}

/** Comparing for everybody; who wrote what for those whose right it is, who alone find the door to it. */
export function OpenHistory({ section, mandate, search }: Props) {
  const text = useText();
  const language = useLanguage();
  const readsHistory = mayReadHistory(mandate, tiesOf(section, mandate)).ok;
  const params = { language, section: section.id };
  const isWriters = search.view === 'writers';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p>{text('history.title')}</p>
        <h1>
          {section.number} <Localised of={section.title} />
        </h1>
      </header>
      {readsHistory && (
        <nav aria-label={text('history.views')} className={styles.views}>
          <Link to="/$language/text/$section/history" params={params} search={{}} activeOptions={{ exact: true }} aria-current={isWriters ? undefined : 'page'}>
            {text('history.compare')}
          </Link>
          <Link to="/$language/text/$section/history" params={params} search={{ view: 'writers' }} activeOptions={{ exact: true }} aria-current={isWriters ? 'page' : undefined}>
            {text('history.writers')}
          </Link>
        </nav>
      )}
      {isWriters ? <WhoWrote sectionId={section.id} isAllowed={readsHistory} /> : <CompareStates section={section} mandate={mandate} search={search} />}
    </div>
  );
}
