import type { LinkView } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { type FormEvent, useState } from 'react';
import { hasCode } from '../../../shared/api/problem-error.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { PasswordField } from '../../../shared/ui/PasswordField.js';
import { useFaultFocus } from '../../../shared/ui/use-fault-focus.js';
import { useSignIn } from '../api/login-queries.js';
import styles from './SignInForm.module.css';

interface Props {
  readonly token: string;
  readonly link: LinkView;
  readonly onSignedIn: () => void;
}

/** Takes up an invitation or a password link: a password is chosen and the browser is signed in. */
export function LinkForm({ token, link, onSignedIn }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const signIn = useSignIn(onSignedIn);
  const [isTooShort, setTooShort] = useState(false);
  const isRefused = hasCode(signIn.error, 'input-invalid');
  const fault = isTooShort ? text('link.password.short', { min: LIMITS.password.shortest }) : isRefused ? text('form.invalid') : undefined;
  const formRef = useFaultFocus(fault === undefined ? {} : { password: fault });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    setTooShort(password.length < LIMITS.password.shortest);
    if (password.length >= LIMITS.password.shortest) signIn.mutate({ kind: 'link', token, password });
  };
  return (
    <form ref={formRef} className={styles.form} onSubmit={submit} noValidate>
      {signIn.isError && !isRefused && <Notice kind="fault">{problemText(signIn.error)}</Notice>}
      <p>{text('link.for', { name: link.name, email: link.email })}</p>
      <input type="hidden" name="username" autoComplete="username" value={link.email} readOnly />
      <PasswordField
        label={text('link.password')}
        hint={text('link.password.hint', { min: LIMITS.password.shortest })}
        fault={fault}
        name="password"
        autoComplete="new-password"
        maxLength={LIMITS.password.longest}
      />
      <Button type="submit" look="primary" isBusy={signIn.isPending}>
        {text('link.accept')}
      </Button>
    </form>
  );
}
