import { type ReactNode, useLayoutEffect } from 'react';
import { IntlProvider } from 'react-intl';
import { loadJapaneseFonts } from '../theme/fonts.js';
import type { Catalogue } from './catalogues.js';
import { type Language, rememberLanguage } from './languages.js';

interface Props {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly children: ReactNode;
}

/** Puts the page into a language: its sentences, its `lang`, its fonts. */
export function LanguageProvider({ language, catalogue, children }: Props) {
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    rememberLanguage(language);
    if (language === 'ja') void loadJapaneseFonts();
  }, [language]);
  return (
    <IntlProvider locale={language} messages={catalogue} onError={raise}>
      {children}
    </IntlProvider>
  );
}

function raise(error: Error): never {
  throw error;
}
