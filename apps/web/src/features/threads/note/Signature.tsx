import type { SpeakerView } from '@expert-forum/contracts';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { who } from '../../../shared/ui/who.js';
import { ageOf } from './age.js';
import styles from './Note.module.css';
import { useNow } from './use-now.js';

interface Props {
  readonly by: SpeakerView;
  readonly at: string;
}

/** Who said it and how long ago; the moment itself on asking. */
export function Signature({ by, at }: Props) {
  const text = useText();
  const language = useLanguage();
  const time = useTime();
  const now = useNow();
  return (
    <span className={styles.signature}>
      <strong>{who(text, by)}</strong> <span className={styles.person}>{by.memberName} · </span>
      <time dateTime={at} title={time.moment(at)}>
        {ageOf(at, now, language)}
      </time>
    </span>
  );
}
