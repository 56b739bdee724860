import { Link } from '@tanstack/react-router';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';

/** Leads to how the section came to read as it does. */
export function HistoryDoor({ sectionId }: { readonly sectionId: string }) {
  const text = useText();
  const language = useLanguage();
  return (
    <Link to="/$language/text/$section/history" params={{ language, section: sectionId }}>
      {text('history.title')}
    </Link>
  );
}
