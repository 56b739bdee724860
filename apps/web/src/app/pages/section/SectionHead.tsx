import type { SectionView } from '@expert-forum/contracts';
import { Localised } from '../../../shared/i18n/Localised.js';
import { OtherTitles } from '../../../shared/i18n/OtherTitles.js';
import styles from './SectionHead.module.css';

/** Number and title; beneath, the title in the other languages: none of them is the fallback of another. */
export function SectionHead({ section: { number, title } }: { readonly section: SectionView }) {
  return (
    <header className={styles.head}>
      <h1>
        <span className={styles.number}>{number}</span> <Localised of={title} />
      </h1>
      <OtherTitles of={title} />
    </header>
  );
}
