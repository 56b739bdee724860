import type { NoticeView, SectionReference, SessionSummary } from '@expert-forum/contracts';
import { Link } from '@tanstack/react-router';
import { NoticeAbout, SectionName } from '../../../features/inbox/notice/NoticeAbout.js';
import { NoticeLink } from '../../../features/inbox/notice/NoticeLink.js';
import { useNoticeWords } from '../../../features/inbox/notice/use-notice-words.js';
import { StateMark } from '../../../features/sessions/components/StateMark.js';
import { When } from '../../../features/sessions/components/When.js';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import styles from './HomeList.module.css';

/** A session: its room while it takes place, its agenda before. */
export function HomeSession({ session }: { readonly session: SessionSummary }) {
  const language = useLanguage();
  const isLive = session.state !== 'planned';
  return (
    <>
      <Link to={isLive ? '/$language/sessions/$session/room' : '/$language/sessions/$session'} params={{ language, session: session.id }} className={styles.title}>
        <Localised of={session.title} />
      </Link>
      <p className={styles.more}>
        {isLive && <StateMark state={session.state} />} <When session={session} />
      </p>
    </>
  );
}

/** Somebody’s word that waits for one of ours. */
export function HomeNotice({ notice }: { readonly notice: NoticeView }) {
  const words = useNoticeWords();
  return (
    <>
      <NoticeLink notice={notice} className={styles.title}>
        {words(notice)}
      </NoticeLink>
      <NoticeAbout notice={notice} />
    </>
  );
}

interface SectionProps {
  readonly section: SectionReference;
  /** Whether it waits for text; otherwise for answers to comments. */
  readonly isDrafting: boolean;
  readonly openThreads: number;
}

export function HomeSection({ section, isDrafting, openThreads }: SectionProps) {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <Link to="/$language/text/$section" params={{ language, section: section.id }} className={styles.title}>
        <SectionName section={section} />
      </Link>
      <p className={styles.more}>
        {isDrafting && text('home.drafting')}
        {isDrafting && openThreads > 0 && ' · '}
        {openThreads > 0 && text(isDrafting ? 'home.openThreads' : 'home.threads', { n: openThreads })}
      </p>
    </>
  );
}
