import { Outlet } from '@tanstack/react-router';
import { Fragment, useEffect } from 'react';
import { InboxNews } from '../features/inbox/news/InboxNews.js';
import { keepToHeldMandate, useActing, useLogin } from '../features/logins/acting.js';
import { useActingMandateId } from '../shared/api/acting-mandate.js';
import { useForumNews } from '../shared/socket/use-forum-news.js';
import { NoMandatePage } from './pages/NoMandatePage.js';

/** Behind the sign-in: one connection for the tab, and every screen made anew when another mandate is spoken under. */
export function SignedInLayout() {
  const login = useLogin();
  const { mandate } = useActing();
  const requestedUnder = useActingMandateId();
  useEffect(() => keepToHeldMandate(login), [login]);
  useForumNews(mandate?.id ?? null);
  if (mandate === null) return <NoMandatePage />;
  if (mandate.id !== requestedUnder) return null; // for a moment, until requests name the mandate that is left
  return (
    <Fragment key={mandate.id}>
      <InboxNews />
      <Outlet />
    </Fragment>
  );
}
