import type { LocalisedTitle } from '@expert-forum/contracts';
import { useEffect } from 'react';
import { loadJapaneseFonts } from '../theme/fonts.js';
import type { Language } from './languages.js';
import { useLanguage } from './use-text.js';

interface Chosen {
  readonly text: string;
  readonly language: Language;
}

/** The text in the reader's language, or the English one. */
export function localised(text: LocalisedTitle, language: Language): Chosen {
  const own = text[language];
  return own ? { text: own, language } : { text: text.en, language: 'en' };
}

/** Marks the run with its language where it differs from the page's. */
export function Localised({ of }: { readonly of: LocalisedTitle }) {
  const language = useLanguage();
  const chosen = localised(of, language);
  return <Foreign language={chosen.language}>{chosen.text}</Foreign>;
}

export function Foreign({ language, children }: { readonly language: Language; readonly children: string }) {
  const page = useLanguage();
  useEffect(() => {
    if (language === 'ja') void loadJapaneseFonts();
  }, [language]);
  return language === page ? <>{children}</> : <span lang={language}>{children}</span>;
}
