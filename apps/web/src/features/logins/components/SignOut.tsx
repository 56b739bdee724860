import { openDevice, type UnsentParagraph, unsentParagraphs } from '@expert-forum/collab';
import { useState } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { Button } from '../../../shared/ui/Button.js';
import { downloadText } from '../../../shared/ui/download-text.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { type Extent, useSignOut } from '../api/login-queries.js';
import styles from './SignOut.module.css';

interface Props {
  readonly memberId: string;
  readonly onSignedOut: () => void;
}

interface Warning {
  readonly extent: Extent;
  readonly unsent: readonly UnsentParagraph[];
}

/** Signs out; unsent text is shown, offered for download, and only then removed from the device (R20). */
export function SignOut({ memberId, onSignedOut }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const [warning, setWarning] = useState<Warning | null>(null);
  const signOut = useSignOut(() => void forgetDevice(memberId).then(onSignedOut));
  const ask = async (extent: Extent): Promise<void> => {
    const unsent = await unsentParagraphs((await openDevice()).storage, memberId);
    if (unsent.length > 0) setWarning({ extent, unsent });
    else signOut.mutate(extent);
  };
  return (
    <div className={styles.ways}>
      {signOut.isError && <Notice kind="fault">{problemText(signOut.error)}</Notice>}
      <Button onPress={() => void ask('here')}>{text('login.signOut')}</Button>
      <Button look="quiet" onPress={() => void ask('everywhere')}>
        {text('login.signOutEverywhere')}
      </Button>
      {warning && (
        <UnsentWarning unsent={warning.unsent} onClose={() => setWarning(null)} onLeave={() => signOut.mutate(warning.extent)} />
      )}
    </div>
  );
}

interface WarningProps {
  readonly unsent: readonly UnsentParagraph[];
  readonly onClose: () => void;
  readonly onLeave: () => void;
}

function UnsentWarning({ unsent, onClose, onLeave }: WarningProps) {
  const text = useText();
  const time = useTime();
  const sections = new Set(unsent.map(({ sectionId }) => sectionId)).size;
  const download = (): void =>
    downloadText('expert-forum.txt', unsent.map(({ at, textAfter }) => `${time.moment(at)}\n${textAfter}`).join('\n\n'));
  return (
    <Sheet title={text('login.unsent.title')} onClose={onClose}>
      <p>{text('login.unsent.text', { n: sections })}</p>
      <div className={styles.choices}>
        <Button look="primary" onPress={download}>
          {text('login.unsent.download')}
        </Button>
        <Button onPress={onClose}>{text('login.unsent.stay')}</Button>
        <Button look="danger" onPress={onLeave}>
          {text('login.unsent.leave')}
        </Button>
      </div>
    </Sheet>
  );
}

async function forgetDevice(memberId: string): Promise<void> {
  await (await openDevice()).storage.clear(memberId);
}
