import { Link, useNavigate } from '@tanstack/react-router';
import { mayPerform } from '@expert-forum/domain';
import type { ReactNode } from 'react';
import { useActing } from '../../features/logins/acting.js';
import { SignOut } from '../../features/logins/components/SignOut.js';
import { SpeakingAs } from '../../features/logins/components/SpeakingAs.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { Logo } from '../../shared/ui/Logo.js';
import styles from './Frame.module.css';

interface Props {
  /** Name of the page for the browser's tab. */
  readonly title: string;
  /** Where in the text the page is. */
  readonly trail?: ReactNode;
  /** What is known live: the status line of truth, who is here. */
  readonly live?: ReactNode;
  readonly children: ReactNode;
}

/** What surrounds every screen behind the sign-in: where one is, under which mandate one speaks, where one can go. */
export function Frame({ title, trail, live, children }: Props) {
  const text = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const { member, mandates, mandate } = useActing();
  const mayAdminister = mandate !== null && mayPerform('administer-people', mandate.role, { isOwn: true }).ok;
  return (
    <>
      <title>{text('app.title', { page: title })}</title>
      <header className={styles.bar}>
        <span className={styles.brand}>
          <Logo /> {text('app.name')}
        </span>
        <nav aria-label={text('app.navigation')} className={styles.nav}>
          <Link to="/$language/text" params={{ language }}>
            {text('nav.text')}
          </Link>
          {mayAdminister && (
            <Link to="/$language/people" params={{ language }}>
              {text('nav.people')}
            </Link>
          )}
        </nav>
        {trail}
        <span className={styles.live}>{live}</span>
        <SpeakingAs mandates={mandates} chosen={mandate} />
        <SignOut memberId={member.id} onSignedOut={() => void navigate({ to: '/$language/sign-in', params: { language } })} />
      </header>
      <main className={styles.main}>{children}</main>
    </>
  );
}
