import { useQuery } from '@tanstack/react-query';
import { installationQuery } from '../../features/logins/api/login-queries.js';
import { Localised } from '../../shared/i18n/Localised.js';
import styles from './Disclaimer.module.css';

/** Whose text this is not: it stands on every page and goes with it onto paper. */
export function Disclaimer() {
  const { data } = useQuery(installationQuery);
  if (!data?.forum) return null;
  return (
    <footer className={styles.disclaimer}>
      <Localised of={data.forum.disclaimer} />
    </footer>
  );
}
