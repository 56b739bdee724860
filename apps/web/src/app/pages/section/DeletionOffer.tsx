import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import { Link } from '@tanstack/react-router';
import { DeletionNotice } from '../../../features/history/acts/DeletionNotice.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { tiesOf } from '../history/ties-of.js';

interface Props {
  readonly section: SectionView;
  readonly mandate: HeldMandate;
}

/** That most of a text is gone, with the way to what went. */
export function DeletionOffer({ section, mandate }: Props) {
  const text = useText();
  const language = useLanguage();
  const difference = (from: string) => (
    <Link to="/$language/text/$section/history" params={{ language, section: section.id }} search={{ from }}>
      {text('history.deletion.see')}
    </Link>
  );
  return <DeletionNotice section={section} who={mandate} ties={tiesOf(section, mandate)} difference={difference} />;
}
