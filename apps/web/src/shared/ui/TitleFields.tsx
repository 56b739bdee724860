import type { LocalisedTitle } from '@expert-forum/contracts';
import { useIntl } from 'react-intl';
import { LANGUAGES } from '../i18n/languages.js';
import { useText } from '../i18n/use-text.js';
import { TextField } from './Field.js';

interface Props {
  readonly present?: LocalisedTitle | undefined;
  readonly faults: Readonly<Record<string, string>>;
}

/** A title in the languages of the interface; English is the drafting language and needed. */
export function TitleFields({ present, faults }: Props) {
  const intl = useIntl();
  const text = useText();
  return LANGUAGES.map((language) => (
    <TextField
      key={language}
      name={language}
      lang={language}
      label={text('outline.titleIn', { language: intl.formatDisplayName(language, { type: 'language' }) ?? language })}
      defaultValue={present?.[language]}
      fault={faults[`title/${language}`]}
      required={language === 'en'}
      autoComplete="off"
      data-first={language === 'en' || undefined}
    />
  ));
}
