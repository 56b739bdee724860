import { type ComponentProps, useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { TextField } from './Field.js';
import styles from './PasswordField.module.css';

/** A password that can be looked at: nobody has to type it twice. */
export function PasswordField(props: Omit<ComponentProps<typeof TextField>, 'type'>) {
  const text = useText();
  const [isShown, setShown] = useState(false);
  return (
    <div className={styles.password}>
      <TextField {...props} type={isShown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false} />
      <button type="button" className={styles.show} aria-pressed={isShown} aria-label={text('field.showPassword')} onClick={() => setShown(!isShown)}>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d="M2 10c2-3.5 4.8-5 8-5s6 1.5 8 5c-2 3.5-4.8 5-8 5s-6-1.5-8-5z" />
          <circle cx="10" cy="10" r="2.5" />
          {!isShown && <path d="M3.5 16.5l13-13" />}
        </svg>
      </button>
    </div>
  );
}
