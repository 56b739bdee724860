import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import styles from './HoldButton.module.css';

export const HOLD_MS = 1_200;

interface Props {
  readonly name: string;
  readonly isBusy: boolean;
  readonly blockedBy?: string | undefined;
  readonly onConfirmed: () => void;
}

/** Confirms by being held; whoever cannot hold it presses it and is asked once more. */
export function HoldButton({ name, isBusy, blockedBy, onConfirmed }: Props) {
  const text = useText();
  const hint = useId();
  const [isHeld, setHeld] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const wasHeld = useRef(false);
  const isOff = isBusy || blockedBy !== undefined;
  const held = useEffectEvent(() => {
    setHeld(false);
    wasHeld.current = true;
    onConfirmed();
  });
  useEffect(() => {
    if (!isHeld) return;
    const timer = setTimeout(held, HOLD_MS);
    return () => clearTimeout(timer);
  }, [isHeld]);
  const press = (): void => {
    wasHeld.current = false;
    if (!isOff) setHeld(true);
  };
  const release = (): void => setHeld(false);
  const ask = (): void => {
    if (!isOff && !wasHeld.current) setAsked(true);
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') event.preventDefault(); // it would be a press at once, before it is known to be held
    if (!event.repeat && (event.key === 'Enter' || event.key === ' ')) press();
  };
  const keyUp = ({ key }: KeyboardEvent): void => {
    release();
    if (key === 'Enter') ask();
  };
  return (
    <div className={styles.hold}>
      <button
        type="button"
        className={styles.button}
        data-held={isHeld || undefined}
        aria-disabled={isOff || undefined}
        aria-describedby={hint}
        onPointerDown={press}
        onPointerUp={release}
        onPointerLeave={release}
        onPointerCancel={release}
        onKeyDown={keyDown}
        onKeyUp={keyUp}
        onBlur={release}
        onContextMenu={(event) => event.preventDefault()}
        onClick={ask}
      >
        <span>{name}</span>
      </button>
      <p id={hint} className={styles.hint}>
        {blockedBy ?? text('session.hold')}
      </p>
      {isAsked && (
        <div className={styles.asked} role="group" aria-label={text('session.hold.sure')}>
          <p>{text('session.hold.sure')}</p>
          <Button look="primary" isBusy={isOff} onPress={onConfirmed}>
            {text('session.hold.yes', { name })}
          </Button>
          <Button onPress={() => setAsked(false)}>{text('session.hold.no')}</Button>
        </div>
      )}
    </div>
  );
}
