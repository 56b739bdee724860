import { Link } from '@tanstack/react-router';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { PlainPage } from '../frame/PlainPage.js';
import styles from './PlainText.module.css';

export function NotFoundPage() {
  const text = useText();
  const language = useLanguage();
  return (
    <PlainPage title={text('notFound.title')}>
      <div className={styles.text}>
        <h1>{text('notFound.title')}</h1>
        <p>{text('notFound.text')}</p>
        <p>
          <Link to="/$language/text" params={{ language }}>
            {text('notFound.toText')}
          </Link>
        </p>
      </div>
    </PlainPage>
  );
}
