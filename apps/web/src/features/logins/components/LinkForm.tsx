import type { LinkView } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import type { FormEvent } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { TextField } from '../../../shared/ui/Field.js';
import { Notice } from '../../../shared/ui/Notice.js';
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
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    signIn.mutate({ kind: 'link', token, password: String(new FormData(event.currentTarget).get('password')) });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {signIn.isError && <Notice kind="fault">{problemText(signIn.error)}</Notice>}
      <p>{text('link.for', { name: link.name, email: link.email })}</p>
      <input type="hidden" name="username" autoComplete="username" value={link.email} readOnly />
      <TextField
        label={text('link.password')}
        hint={text('link.password.hint', { min: LIMITS.password.shortest })}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={LIMITS.password.shortest}
        maxLength={LIMITS.password.longest}
        required
      />
      <Button type="submit" look="primary" isBusy={signIn.isPending}>
        {text('link.accept')}
      </Button>
    </form>
  );
}
