import type { UnsentParagraph } from '@expert-forum/collab/client';
import { useState } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { type Extent, useSignOut } from '../api/login-queries.js';
import { forgetTexts, unsentTexts } from '../device-texts.js';
import styles from './SignOut.module.css';
import { UnsentWarning } from './UnsentWarning.js';

interface Props {
  readonly memberId: string;
  /** Goes where nobody has to be signed in. */
  readonly leave: () => Promise<void>;
}

interface Warning {
  readonly extent: Extent;
  readonly unsent: readonly UnsentParagraph[];
}

/** Signs out; unsent text is shown, offered for download, and only then removed from the device (R20). */
export function SignOut({ memberId, leave }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const [warning, setWarning] = useState<Warning | null>(null);
  const signOut = useSignOut(async () => {
    await forgetTexts(memberId);
    await leave();
  });
  const ask = async (extent: Extent): Promise<void> => {
    const unsent = await unsentTexts(memberId);
    if (unsent.length > 0) setWarning({ extent, unsent });
    else signOut.mutate(extent);
  };
  return (
    <div className={styles.ways}>
      {signOut.isError && <Notice kind="fault">{problemText(signOut.error)}</Notice>}
      <Button onPress={() => void ask('here')} isBusy={signOut.isPending}>
        {text('login.signOut')}
      </Button>
      <Button look="quiet" onPress={() => void ask('everywhere')} isBusy={signOut.isPending}>
        {text('login.signOutEverywhere')}
      </Button>
      {warning && <UnsentWarning unsent={warning.unsent} onClose={() => setWarning(null)} onLeave={() => signOut.mutate(warning.extent)} />}
    </div>
  );
}
