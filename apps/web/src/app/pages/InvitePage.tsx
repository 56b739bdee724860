import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { linkQuery } from '../../features/logins/api/login-queries.js';
import { LinkForm } from '../../features/logins/components/LinkForm.js';
import { hasStatus } from '../../shared/api/problem-error.js';
import { useProblemText } from '../../shared/api/use-problem-text.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { Button } from '../../shared/ui/Button.js';
import { Notice } from '../../shared/ui/Notice.js';
import { Skeleton } from '../../shared/ui/Skeleton.js';
import { PlainPage } from '../frame/PlainPage.js';
import styles from './PlainText.module.css';

const route = getRouteApi('/$language/invite/$token');

/** Where a one-time link leads: a password is chosen, and the browser is signed in. */
export function InvitePage() {
  const text = useText();
  const problemText = useProblemText();
  const language = useLanguage();
  const navigate = useNavigate();
  const { token } = route.useParams();
  const { data: link, error, refetch } = useQuery(linkQuery(token));
  if (hasStatus(error, 404)) return <DeadLink />;
  const title = text(link?.purpose === 'password' ? 'link.password.title' : 'link.invitation.title');
  return (
    <PlainPage title={title}>
      <div className={styles.text}>
        <h1>{title}</h1>
        {error && (
          <Notice kind="fault">
            {problemText(error)} <Button onPress={() => void refetch()}>{text('app.retry')}</Button>
          </Notice>
        )}
        {link?.purpose === 'invitation' && <p>{text('link.invitation.text')}</p>}
        {link && <LinkForm token={token} link={link} onSignedIn={() => void navigate({ to: '/$language/home', params: { language } })} />}
        {!link && !error && <Skeleton />}
      </div>
    </PlainPage>
  );
}

function DeadLink() {
  const text = useText();
  const language = useLanguage();
  return (
    <PlainPage title={text('link.dead.title')}>
      <div className={styles.text}>
        <h1>{text('link.dead.title')}</h1>
        <p>{text('link.dead.text')}</p>
        <p>
          <Link to="/$language/sign-in" params={{ language }}>
            {text('link.toSignIn')}
          </Link>
        </p>
      </div>
    </PlainPage>
  );
}
