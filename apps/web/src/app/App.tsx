import { useQuery } from '@tanstack/react-query';
import { installationQuery, loginQuery } from '../features/logins/api/login-queries.js';
import { Localised } from '../shared/i18n/Localised.js';
import { useLanguage } from '../shared/i18n/use-text.js';
import { OverviewPage } from './pages/OverviewPage.js';
import { SignInPage } from './pages/SignInPage.js';
import styles from './App.module.css';

/** The banner of a demonstration, and below it the sign-in or what is behind it. */
export function App() {
  const language = useLanguage();
  const installation = useQuery(installationQuery);
  const login = useQuery({ ...loginQuery, retry: false });
  const demonstration = installation.data?.demonstration;
  if (installation.isPending || login.isPending) return null;
  return (
    <>
      {demonstration && (
        <p className={styles.banner}>
          <Localised of={demonstration.banner} />
        </p>
      )}
      {login.data === undefined ? (
        <SignInPage people={demonstration?.people ?? []} onSignedIn={() => location.assign(`/${language}/text`)} />
      ) : (
        <OverviewPage login={login.data} onSignedOut={() => location.assign(`/${language}/sign-in`)} />
      )}
    </>
  );
}
