import type { SectionView } from '@expert-forum/contracts';
import { LANGUAGES } from '../../../shared/i18n/languages.js';
import { Foreign, localised } from '../../../shared/i18n/Localised.js';
import { useLanguage } from '../../../shared/i18n/use-text.js';
import styles from './SectionHead.module.css';

/** Number and title; beneath, the title in the other languages: none of them is the fallback of another. */
export function SectionHead({ section: { number, title } }: { readonly section: SectionView }) {
  const shown = localised(title, useLanguage());
  const others = LANGUAGES.filter((language) => language !== shown.language && title[language]);
  return (
    <header className={styles.head}>
      <h1>
        <span className={styles.number}>{number}</span> <Foreign language={shown.language}>{shown.text}</Foreign>
      </h1>
      {others.length > 0 && (
        <ul className={styles.others}>
          {others.map((language) => (
            <li key={language}>
              <Foreign language={language}>{title[language] ?? ''}</Foreign>
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}
