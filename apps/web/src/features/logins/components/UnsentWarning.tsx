import type { UnsentParagraph } from '@expert-forum/collab/client';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { Button } from '../../../shared/ui/Button.js';
import { downloadText } from '../../../shared/ui/download-text.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import styles from './SignOut.module.css';

interface Props {
  readonly unsent: readonly UnsentParagraph[];
  readonly onClose: () => void;
  readonly onLeave: () => void;
}

/** Says what a sign-out would take from the device, and hands it over before. */
export function UnsentWarning({ unsent, onClose, onLeave }: Props) {
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
