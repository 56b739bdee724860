import { Link } from '@tanstack/react-router';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import styles from './SignInPage.module.css';

export function NotFoundPage() {
  const text = useText();
  const language = useLanguage();
  return (
    <main className={styles.page}>
      <title>{text('app.title', { page: text('notFound.title') })}</title>
      <h1>{text('notFound.title')}</h1>
      <p>{text('notFound.text')}</p>
      <p>
        <Link to="/$language/text" params={{ language }}>
          {text('notFound.toText')}
        </Link>
      </p>
    </main>
  );
}
