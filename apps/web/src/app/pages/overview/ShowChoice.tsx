import type { HeldMandate } from '@expert-forum/contracts';
import { useNavigate } from '@tanstack/react-router';
import type { Chapter } from '../../../features/documents/outline/chapters.js';
import { type Show, SHOWS, isShown } from '../../../features/documents/outline/outline-filter.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { ChoiceRow } from '../../../shared/ui/ChoiceRow.js';
import styles from './Overview.module.css';

interface Props {
  readonly chapters: readonly Chapter[];
  readonly show: Show;
  readonly mandate: HeldMandate;
}

/** Which sections are shown; the address keeps it. */
export function ShowChoice({ chapters, show, mandate }: Props) {
  const text = useText();
  const navigate = useNavigate({ from: '/$language/text' });
  const sections = chapters.flatMap((chapter) => chapter.sections);
  const choose = (value: Show): void =>
    void navigate({ search: value === 'all' ? {} : { show: value }, replace: true, resetScroll: false });
  const choices = SHOWS.map((value) => ({
    value,
    label: (
      <>
        {text(`overview.filter.${value}`)} <span className={styles.count}>{sections.filter((section) => isShown(value, section, mandate)).length}</span>
      </>
    ),
  }));
  return <ChoiceRow name={text('overview.filter')} choices={choices} chosen={show} onChoose={choose} />;
}
