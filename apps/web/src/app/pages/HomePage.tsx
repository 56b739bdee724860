import { splitHome } from '@expert-forum/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { homeQuery } from '../../features/inbox/api/inbox-queries.js';
import { useMandate } from '../../features/logins/acting.js';
import { useProblemText } from '../../shared/api/use-problem-text.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { Button } from '../../shared/ui/Button.js';
import { Notice } from '../../shared/ui/Notice.js';
import { Skeleton } from '../../shared/ui/Skeleton.js';
import { Frame } from '../frame/Frame.js';
import { HomeList } from './home/HomeList.js';
import styles from './home/HomePage.module.css';

/** What does my centre owe, and by when: what presses, and what can wait. */
export function HomePage() {
  const text = useText();
  const language = useLanguage();
  const problemText = useProblemText();
  const { centre } = useMandate();
  const { data: home, error, refetch } = useQuery(homeQuery);
  const { first, later } = splitHome(home?.items ?? []);
  return (
    <Frame title={text('nav.home')}>
      <div className={styles.page}>
        <h1>{centre === null ? text('home.title') : text('home.titleOf', { centre: centre.code })}</h1>
        {home === undefined && error === null && <Skeleton />}
        {home === undefined && error !== null && (
          <Notice kind="fault">
            {problemText(error)} <Button onPress={() => void refetch()}>{text('app.retry')}</Button>
          </Notice>
        )}
        {home?.items.length === 0 && (
          <div className={styles.empty}>
            <p>{text('home.empty')}</p>
            <Link to="/$language/text" params={{ language }}>
              {text('home.openText')}
            </Link>
          </div>
        )}
        {first.length > 0 && <HomeList items={first} />}
        {later.length > 0 && (
          <details className={styles.later}>
            <summary>{text('home.later', { n: later.length })}</summary>
            <HomeList items={later} />
          </details>
        )}
      </div>
    </Frame>
  );
}
