import type { NoticeView } from '@expert-forum/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '../../../shared/i18n/use-text.js';
import { useReading } from '../api/use-reading.js';

interface Props {
  readonly notice: NoticeView;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Leads to what the notice is about: the paragraph with the thread open, the section, or the session. To open it is to read it. */
export function NoticeLink({ notice, className, children }: Props) {
  const language = useLanguage();
  const { mutate } = useReading();
  const { id, isRead, section, thread, session } = notice;
  const shared = { className, onClick: () => !isRead && mutate({ ids: [id] }) };
  if (session !== null) {
    const isLive = session.state === 'open' || session.state === 'suspended';
    return (
      <Link {...shared} to={isLive ? '/$language/sessions/$session/room' : '/$language/sessions/$session'} params={{ language, session: session.id }}>
        {children}
      </Link>
    );
  }
  if (section === null) return <span className={className}>{children}</span>;
  return (
    <Link {...shared} to="/$language/text/$section" params={{ language, section: section.id }} {...(thread && { search: { thread: thread.id }, hash: thread.paragraphId })}>
      {children}
    </Link>
  );
}
