import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useText } from '../i18n/use-text.js';
import styles from './Sheet.module.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `side` slides a column in from the edge; `centre` asks for something. */
  readonly place?: 'centre' | 'side';
  /** A press beside it does not close it, because something would be lost. */
  readonly isFirm?: boolean;
}

/**
 * A modal sheet: closed by its button, by Esc, and by a press beside it. The browser keeps the focus inside, at first on what is
 * marked `data-first`, and, because the sheet is closed before it leaves the page, gives it back.
 */
export function Sheet({ title, onClose, children, place = 'centre', isFirm = false }: Props) {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles[place]}
      aria-labelledby={titleId}
      onClose={() => dialog.current?.open === false && onClose()}
      onClick={(event) => !isFirm && event.target === dialog.current && dialog.current.close()}
    >
      <div className={styles.body}>
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={styles.close} aria-label={text('app.close')} onClick={() => dialog.current?.close()}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 3l10 10M13 3L3 13" />
            </svg>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
