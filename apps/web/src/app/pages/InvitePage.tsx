import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { linkQuery } from '../../features/logins/api/login-queries.js';
import { LinkForm } from '../../features/logins/components/LinkForm.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import styles from './SignInPage.module.css';

const route = getRouteApi('/$language/invite/$token');

/** Where a one-time link leads: a password is chosen, and the browser is signed in. */
export function InvitePage() {
  const text = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const { token } = route.useParams();
  const { data: link, isError } = useQuery(linkQuery(token));
  const title = text(isError ? 'link.dead.title' : link?.purpose === 'password' ? 'link.password.title' : 'link.invitation.title');
  return (
    <main className={styles.page}>
      <title>{text('app.title', { page: title })}</title>
      <h1>{title}</h1>
      {isError && <p>{text('link.dead.text')}</p>}
      {link && <LinkForm token={token} link={link} onSignedIn={() => void navigate({ to: '/$language/text', params: { language } })} />}
    </main>
  );
}
