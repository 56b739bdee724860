import { type ReactNode, useRef } from 'react';
import { useText } from '../../shared/i18n/use-text.js';
import styles from './Content.module.css';
import { useArrival } from './use-arrival.js';

interface Props {
  /** Name of the page for the browser's tab. */
  readonly title: string;
  /** What stands above the content on every page. */
  readonly head: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The content of a page, the way past its head, and the page's name. */
export function Content({ title, head, className, children }: Props) {
  const text = useText();
  const content = useRef<HTMLElement>(null);
  useArrival(content);
  return (
    <>
      <title>{text('app.title', { page: title })}</title>
      <a
        href="#content"
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault();
          content.current?.focus();
        }}
      >
        {text('app.skip')}
      </a>
      {head}
      <main id="content" ref={content} tabIndex={-1} className={className}>
        {children}
      </main>
    </>
  );
}
