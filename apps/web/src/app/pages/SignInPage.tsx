import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { installationQuery } from '../../features/logins/api/login-queries.js';
import { DemonstrationPeople } from '../../features/logins/components/DemonstrationPeople.js';
import { SignInForm } from '../../features/logins/components/SignInForm.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { Logo } from '../../shared/ui/Logo.js';
import styles from './SignInPage.module.css';

export function SignInPage() {
  const text = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const { data: installation } = useQuery(installationQuery);
  const people = installation?.demonstration?.people ?? [];
  const enter = (): void => void navigate({ to: '/$language/text', params: { language } });
  return (
    <main className={styles.page}>
      <title>{text('app.title', { page: text('signIn.title') })}</title>
      <p className={styles.brand}>
        <Logo /> {text('app.name')}
      </p>
      <h1>{text('signIn.title')}</h1>
      <p>{text('signIn.about')}</p>
      <SignInForm onSignedIn={enter} />
      {people.length > 0 && <DemonstrationPeople people={people} onSignedIn={enter} />}
    </main>
  );
}
