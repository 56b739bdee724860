import { type ReactNode, type ToggleEvent, useId, useRef } from 'react';
import { useText } from '../i18n/use-text.js';
import styles from './Popover.module.css';

interface Props {
  /** Name of what opens. */
  readonly name: string;
  /** What stands on the button. */
  readonly face: ReactNode;
  readonly children: ReactNode;
}

/** A button and what it opens: beneath it, or on a phone as a sheet from below. Esc and a press elsewhere close it. */
export function Popover({ name, face, children }: Props) {
  const text = useText();
  const id = useId();
  const door = useRef<HTMLButtonElement>(null);
  const place = ({ currentTarget: panel, newState }: ToggleEvent<HTMLDivElement>): void => {
    const under = door.current?.getBoundingClientRect();
    if (newState !== 'open' || under === undefined) return;
    panel.style.setProperty('--top', `${under.bottom}px`);
    panel.style.setProperty('--end', `${document.documentElement.clientWidth - under.right}px`);
  };
  return (
    <>
      <button ref={door} type="button" className={styles.door} popoverTarget={id}>
        {face}
        <svg viewBox="0 0 10 6" width="10" height="6" aria-hidden="true" className={styles.arrow}>
          <path d="M1 1l4 4 4-4" />
        </svg>
      </button>
      <div id={id} popover="auto" role="group" aria-label={name} className={styles.panel} onBeforeToggle={place}>
        <div className={styles.head}>
          <h2>{name}</h2>
          <button type="button" className={styles.close} aria-label={text('app.close')} popoverTarget={id} popoverTargetAction="hide">
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="M3 3l10 10M13 3L3 13" />
            </svg>
          </button>
        </div>
        {children}
      </div>
    </>
  );
}
