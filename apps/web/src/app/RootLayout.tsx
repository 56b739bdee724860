import type { LocalisedTitle } from '@expert-forum/contracts';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouteContext } from '@tanstack/react-router';
import { installationQuery } from '../features/logins/api/login-queries.js';
import { LanguageProvider } from '../shared/i18n/LanguageProvider.js';
import { Localised } from '../shared/i18n/Localised.js';
import { useText } from '../shared/i18n/use-text.js';
import styles from './RootLayout.module.css';
import { UpdateLine } from './update/UpdateLine.js';

/** The language of the path and, in a demonstration, the banner that stands on every page. */
export function RootLayout() {
  const { language, catalogue } = useRouteContext({ from: '__root__' });
  const { data: installation } = useQuery(installationQuery);
  const banner = installation?.demonstration?.banner;
  return (
    <LanguageProvider language={language} catalogue={catalogue}>
      {banner && <Demonstration banner={banner} />}
      <UpdateLine />
      <Outlet />
    </LanguageProvider>
  );
}

function Demonstration({ banner }: { readonly banner: LocalisedTitle }) {
  const text = useText();
  return (
    <aside aria-label={text('app.demonstration')} className={styles.banner}>
      <Localised of={banner} />
    </aside>
  );
}
