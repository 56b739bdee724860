import type { LocalisedTitle } from '@expert-forum/contracts';
import { LANGUAGES } from './languages.js';
import { Foreign, localised } from './Localised.js';
import styles from './OtherTitles.module.css';
import { useLanguage } from './use-text.js';

interface Props {
  readonly of: LocalisedTitle;
  /** One below the other, or in a line. */
  readonly look?: 'lines' | 'line';
}

/** A title in the languages in which the page does not show it: none of them is the fallback of another. */
export function OtherTitles({ of: title, look = 'line' }: Props) {
  const shown = localised(title, useLanguage());
  const others = LANGUAGES.filter((language) => language !== shown.language && title[language]);
  if (others.length === 0) return null;
  return (
    <ul className={styles[look]}>
      {others.map((language) => (
        <li key={language}>
          <Foreign language={language}>{title[language] ?? ''}</Foreign>
        </li>
      ))}
    </ul>
  );
}
