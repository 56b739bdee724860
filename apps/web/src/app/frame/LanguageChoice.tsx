import { useLocation, useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { LANGUAGE_NAMES, LANGUAGES } from '../../shared/i18n/languages.js';
import { useLanguage } from '../../shared/i18n/use-text.js';
import { inLanguage } from '../own-path.js';
import styles from './LanguageChoice.module.css';

/** The same page in another language. Each is named in itself. */
export function LanguageChoice() {
  const router = useRouter();
  const present = useLanguage();
  const { href } = useLocation();
  const go = (event: MouseEvent, to: string): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // the browser opens it elsewhere
    event.preventDefault();
    void router.navigate({ href: to, replace: true, resetScroll: false });
  };
  return (
    <ul className={styles.languages}>
      {LANGUAGES.map((language) => {
        const to = inLanguage(href, language);
        return (
          <li key={language}>
            <a href={to} lang={language} hrefLang={language} aria-current={language === present || undefined} onClick={(event) => go(event, to)}>
              {LANGUAGE_NAMES[language]}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
