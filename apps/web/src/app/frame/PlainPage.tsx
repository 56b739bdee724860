import type { ReactNode } from 'react';
import { useText } from '../../shared/i18n/use-text.js';
import { Logo } from '../../shared/ui/Logo.js';
import { Content } from './Content.js';
import { Disclaimer } from './Disclaimer.js';
import { LanguageChoice } from './LanguageChoice.js';
import styles from './PlainPage.module.css';

interface Props {
  /** Name of the page for the browser's tab. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A page for which nobody has to be signed in. */
export function PlainPage({ title, children }: Props) {
  const text = useText();
  const head = (
    <header className={styles.head}>
      <p className={styles.brand}>
        <Logo /> <span>{text('app.name')}</span>
      </p>
      <nav aria-label={text('settings.language')}>
        <LanguageChoice />
      </nav>
    </header>
  );
  return (
    <div className={styles.page}>
      <Content title={title} head={head} className={styles.main}>
        {children}
      </Content>
      <Disclaimer />
    </div>
  );
}
