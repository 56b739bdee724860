import type { OneTimeLink } from '@expert-forum/contracts';
import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { Button } from '../../../shared/ui/Button.js';
import styles from './LinkToPass.module.css';

/** A link that works once, with its whole address. Whoever closes this does not see it again. */
export function LinkToPass({ link: { url, expiresAt } }: { readonly link: OneTimeLink }) {
  const text = useText();
  const time = useTime();
  const id = useId();
  const place = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<'people.link.copied' | 'people.link.copyFailed' | null>(null);
  const address = `${location.origin}${url}`;
  useEffect(() => place.current?.focus(), []);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setOutcome('people.link.copied');
    } catch {
      place.current?.select(); // no clipboard on an address that is not secure
      setOutcome('people.link.copyFailed');
    }
  };
  return (
    <div className={styles.link}>
      <p>{text('people.link.text', { time: time.moment(expiresAt) })}</p>
      <div>
        <label htmlFor={id}>{text('people.link.address')}</label>
        <textarea ref={place} id={id} rows={2} value={address} readOnly onFocus={({ currentTarget }) => currentTarget.select()} />
      </div>
      <p className={styles.acts}>
        <Button look="primary" onPress={() => void copy()}>
          {text('people.link.copy')}
        </Button>
        <span role="status">{outcome && text(outcome)}</span>
      </p>
    </div>
  );
}
