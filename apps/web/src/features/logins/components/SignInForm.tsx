import { type FormEvent } from 'react';
import { hasCode } from '../../../shared/api/problem-error.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { TextField } from '../../../shared/ui/Field.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { useSignIn } from '../api/login-queries.js';
import styles from './SignInForm.module.css';

export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const text = useText();
  const problemText = useProblemText();
  const signIn = useSignIn(onSignedIn);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ kind: 'password', email: String(form.get('email')), password: String(form.get('password')) });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {signIn.isError && (
        <Notice kind="fault">{hasCode(signIn.error, 'input-invalid') ? text('problem.sign-in-failed') : problemText(signIn.error)}</Notice>
      )}
      <TextField label={text('signIn.email')} name="email" type="email" autoComplete="username" required />
      <TextField label={text('signIn.password')} name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" look="primary" isBusy={signIn.isPending}>
        {text('signIn.submit')}
      </Button>
      <p className={styles.aside}>{text('signIn.noAccount')}</p>
    </form>
  );
}
