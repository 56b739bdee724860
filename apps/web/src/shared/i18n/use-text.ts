import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MessageKey } from './catalogues.js';
import { isLanguage, type Language } from './languages.js';

export type MessageValues = Record<string, string | number | Date>;
export type Text = (key: MessageKey, values?: MessageValues) => string;

/** The only way a sentence reaches the screen. */
export function useText(): Text {
  const intl = useIntl();
  return useCallback((key, values) => intl.formatMessage({ id: key }, values), [intl]);
}

export function useLanguage(): Language {
  const { locale } = useIntl();
  return isLanguage(locale) ? locale : 'en';
}
