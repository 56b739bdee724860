import { wordDifference } from '@expert-forum/domain';
import styles from './Difference.module.css';

interface Props {
  readonly before: string;
  readonly after: string;
  readonly language: string;
}

/** A text with what it lost struck and what it won underlined. */
export function Difference({ before, after, language }: Props) {
  return (
    <p className={styles.text} lang={language}>
      {wordDifference(before, after, language).map(({ kind, words }, index) => {
        if (kind === 'gone') return <del key={index}>{words}</del>;
        if (kind === 'new') return <ins key={index}>{words}</ins>;
        return <span key={index}>{words}</span>;
      })}
    </p>
  );
}
