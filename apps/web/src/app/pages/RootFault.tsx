import { LANGUAGES, type Language } from '../../shared/i18n/languages.js';
import styles from './RootFault.module.css';

/** Without a catalogue there are only these sentences. */
const SENTENCES: Readonly<Record<Language, string>> = {
  en: 'The page could not be shown. Nothing was lost. Load again.',
  ru: 'Страницу не удалось показать. Ничего не потеряно. Загрузить снова.',
  ja: 'ページを表示できませんでした。何も失われていません。再読み込みしてください。',
};

/** Stands in when not even the language of the page could be loaded. */
export function RootFault() {
  return (
    <main className={styles.fault} role="alert">
      {LANGUAGES.map((language) => (
        <button key={language} type="button" lang={language} onClick={() => location.reload()}>
          {SENTENCES[language]}
        </button>
      ))}
    </main>
  );
}
