import type { NoticeView, SectionReference } from '@expert-forum/contracts';
import { INLINE_OBJECT } from '@expert-forum/domain';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useText } from '../../../shared/i18n/use-text.js';
import styles from './NoticeAbout.module.css';

/** What a notice is about: the section or session, the words, and how the comment begins. */
export function NoticeAbout({ notice: { section, thread, session } }: { readonly notice: NoticeView }) {
  const text = useText();
  return (
    <div className={styles.about}>
      {section && (
        <p className={styles.subject}>
          <SectionName section={section} />
        </p>
      )}
      {session && (
        <p className={styles.subject}>
          <Localised of={session.title} />
        </p>
      )}
      {thread && (
        <p className={styles.quote}>
          {thread.isOfCentre && <span className={styles.circle}>{text('thread.centreOnly')}</span>} <q lang="en">{thread.quote.replaceAll(INLINE_OBJECT, '')}</q>
        </p>
      )}
      {thread?.excerpt && <p className={styles.excerpt}>{thread.excerpt}</p>}
    </div>
  );
}

export const SectionName = ({ section: { number, title } }: { readonly section: SectionReference }) => (
  <>
    {number} <Localised of={title} />
  </>
);
