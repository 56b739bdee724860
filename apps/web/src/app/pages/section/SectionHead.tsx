import type { SectionView } from '@expert-forum/contracts';
import type { ReactNode } from 'react';
import { Localised } from '../../../shared/i18n/Localised.js';
import { OtherTitles } from '../../../shared/i18n/OtherTitles.js';
import styles from './SectionHead.module.css';

interface Props {
  readonly section: SectionView;
  /** What was settled about it. */
  readonly seal: ReactNode;
  /** What can be done with the section as a whole. */
  readonly acts: ReactNode;
}

/** Number and title; beneath, the title in the other languages: none of them is the fallback of another. */
export function SectionHead({ section: { number, title }, seal, acts }: Props) {
  return (
    <header className={styles.head}>
      <h1>
        <span className={styles.number}>{number}</span> <Localised of={title} />
      </h1>
      <OtherTitles of={title} />
      <div className={styles.beneath}>
        {seal}
        <div className={styles.acts}>{acts}</div>
      </div>
    </header>
  );
}
