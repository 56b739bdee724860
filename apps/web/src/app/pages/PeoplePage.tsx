import { mayPerform } from '@expert-forum/domain';
import { Link } from '@tanstack/react-router';
import { useActing } from '../../features/logins/acting.js';
import { People } from '../../features/people/components/People.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { Frame } from '../frame/Frame.js';
import styles from './PeoplePage.module.css';

/** Centres, members and mandates, for whoever administers them; everybody else reads who does. */
export function PeoplePage() {
  const text = useText();
  const { mandate } = useActing();
  const mayAdminister = mandate !== null && mayPerform('administer-people', mandate.role, { isOwn: true }).ok;
  return (
    <Frame title={text('people.title')}>
      {mayAdminister ? <People actor={{ role: mandate.role, centreId: mandate.centre?.id ?? null }} /> : <OthersOnly />}
    </Frame>
  );
}

function OthersOnly() {
  const text = useText();
  const language = useLanguage();
  return (
    <div className={styles.others}>
      <h1>{text('people.title')}</h1>
      <p>{text('people.onlySecretariat')}</p>
      <p>
        <Link to="/$language/text" params={{ language }}>
          {text('notFound.toText')}
        </Link>
      </p>
    </div>
  );
}
