import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { installationQuery } from '../../features/logins/api/login-queries.js';
import { DemonstrationPeople } from '../../features/logins/components/DemonstrationPeople.js';
import { SignInForm } from '../../features/logins/components/SignInForm.js';
import { Localised } from '../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { Notice } from '../../shared/ui/Notice.js';
import { PlainPage } from '../frame/PlainPage.js';
import { ownPath } from '../own-path.js';
import styles from './SignInPage.module.css';

const route = getRouteApi('/$language/sign-in');

/** The door: by e-mail and password, and in a demonstration by one click. */
export function SignInPage() {
  const text = useText();
  const language = useLanguage();
  const router = useRouter();
  const { back, ended } = route.useSearch();
  const { data: installation } = useQuery(installationQuery);
  const people = installation?.demonstration?.people ?? [];
  const enter = (): void => void router.navigate({ href: ownPath(back, language) ?? `/${language}/home`, replace: true });
  return (
    <PlainPage title={text('signIn.title')}>
      <div className={styles.columns} data-with-people={people.length > 0 || undefined}>
        <section className={styles.door}>
          {installation?.forum && (
            <p className={styles.forum}>
              <Localised of={installation.forum.title} />
            </p>
          )}
          <p className={styles.about}>{text('signIn.about')}</p>
          <h1>{text('signIn.title')}</h1>
          {ended && <Notice>{text('login.ended')}</Notice>}
          <SignInForm onSignedIn={enter} />
        </section>
        {people.length > 0 && <DemonstrationPeople people={people} onSignedIn={enter} />}
      </div>
    </PlainPage>
  );
}
