import { type FormEvent, useState } from 'react';
import { hasCode } from '../../../shared/api/problem-error.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { TextField } from '../../../shared/ui/Field.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { PasswordField } from '../../../shared/ui/PasswordField.js';
import { useFaultFocus } from '../../../shared/ui/use-fault-focus.js';
import { useSignIn } from '../api/login-queries.js';
import { missingFields } from '../missing-fields.js';
import styles from './SignInForm.module.css';

export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const text = useText();
  const problemText = useProblemText();
  const signIn = useSignIn(onSignedIn);
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const formRef = useFaultFocus(missing);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const faults = missingFields(form, ['email', 'password'], text);
    setMissing(faults);
    if (Object.keys(faults).length > 0) return signIn.reset();
    signIn.mutate({ kind: 'password', email: String(form.get('email')).trim(), password: String(form.get('password')) });
  };
  // What is no address is nobody's address: the same answer as for an unknown one.
  const isUnknown = hasCode(signIn.error, 'input-invalid');
  return (
    <form ref={formRef} className={styles.form} onSubmit={submit} noValidate>
      {signIn.isError && <Notice kind="fault">{isUnknown ? text('problem.sign-in-failed') : problemText(signIn.error)}</Notice>}
      <TextField label={text('signIn.email')} name="email" type="email" autoComplete="username" autoCapitalize="none" fault={missing['email']} />
      <PasswordField label={text('signIn.password')} name="password" autoComplete="current-password" fault={missing['password']} />
      <Button type="submit" look="primary" isBusy={signIn.isPending}>
        {text('signIn.submit')}
      </Button>
      <p className={styles.aside}>{text('signIn.noAccount')}</p>
    </form>
  );
}
