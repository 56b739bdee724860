import type { PublicationSummary } from '@expert-forum/contracts';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import styles from './Publications.module.css';

/** What was published, newest first; each leads to its public page. */
export function PublicationList({ publications }: { readonly publications: readonly PublicationSummary[] }) {
  const text = useText();
  const language = useLanguage();
  const time = useTime();
  if (publications.length === 0) return <p className={styles.aside}>{text('publications.none')}</p>;
  return (
    <ol className={styles.list}>
      {publications.map(({ number, slug, title, sealedAt, hash, supersededBy }) => (
        <li key={slug}>
          <span className={styles.number}>{number}</span>
          <div>
            <a href={`/${language}/p/${slug}`}>
              <Localised of={title} />
            </a>
            <p className={styles.aside}>
              {text('publications.sealed', { time: time.moment(sealedAt) })} · <code>{hash.slice(0, 12)}</code>
              {supersededBy !== null && ` · ${text('publications.superseded')}`}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
