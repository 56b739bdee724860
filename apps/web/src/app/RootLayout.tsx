import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouteContext } from '@tanstack/react-router';
import { installationQuery } from '../features/logins/api/login-queries.js';
import { LanguageProvider } from '../shared/i18n/LanguageProvider.js';
import { Localised } from '../shared/i18n/Localised.js';
import styles from './RootLayout.module.css';

/** The language of the path and, in a demonstration, the banner that stands on every page. */
export function RootLayout() {
  const { language, catalogue } = useRouteContext({ from: '__root__' });
  const { data: installation } = useQuery(installationQuery);
  const banner = installation?.demonstration?.banner;
  return (
    <LanguageProvider language={language} catalogue={catalogue}>
      {banner && (
        <p className={styles.banner}>
          <Localised of={banner} />
        </p>
      )}
      <Outlet />
    </LanguageProvider>
  );
}
