import type { DemonstrationPerson } from '@expert-forum/contracts';
import { DemonstrationPeople } from '../../features/logins/components/DemonstrationPeople.js';
import { SignInForm } from '../../features/logins/components/SignInForm.js';
import { useText } from '../../shared/i18n/use-text.js';
import { Logo } from '../../shared/ui/Logo.js';
import styles from '../App.module.css';

interface Props {
  readonly people: readonly DemonstrationPerson[];
  readonly onSignedIn: () => void;
}

export function SignInPage({ people, onSignedIn }: Props) {
  const text = useText();
  return (
    <main className={styles.page}>
      <title>{text('app.title', { page: text('signIn.title') })}</title>
      <p className={styles.brand}>
        <Logo /> {text('app.name')}
      </p>
      <h1 className={styles.title}>{text('signIn.title')}</h1>
      <p>{text('signIn.about')}</p>
      <SignInForm onSignedIn={onSignedIn} />
      {people.length > 0 && <DemonstrationPeople people={people} onSignedIn={onSignedIn} />}
    </main>
  );
}
