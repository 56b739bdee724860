import type { TrayItem } from '@expert-forum/collab/client';
import { useState } from 'react';
import { useCodeText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { Button } from '../../../shared/ui/Button.js';
import { downloadText } from '../../../shared/ui/download-text.js';
import { Difference } from './Difference.js';
import { trayFile } from './tray-file.js';
import styles from './TraySheet.module.css';

interface Props {
  readonly item: TrayItem;
  /** Under which mandate it was typed, as the forum calls it. */
  readonly speaker: string;
  readonly onRemove: () => void;
}

/** One passage that did not enter the text: when, as whom, why, and what it said. */
export function TrayPassage({ item, speaker, onRemove }: Props) {
  const text = useText();
  const time = useTime();
  const codeText = useCodeText();
  const [isCopied, setCopied] = useState(false);
  const { at, problem, textBefore, textAfter } = item;
  return (
    <li className={styles.passage}>
      <p className={styles.origin}>{text('tray.typed', { time: time.moment(at), who: speaker })}</p>
      <p>{codeText(problem)}</p>
      <Difference before={textBefore} after={textAfter} language="en" />
      {textAfter === '' && <p className={styles.origin}>{text('tray.deleted')}</p>}
      <p className={styles.acts}>
        {textAfter !== '' && (
          <>
            <Button onPress={() => void navigator.clipboard.writeText(textAfter).then(() => setCopied(true))}>{text('tray.copy')}</Button>
            <Button onPress={() => downloadText('expert-forum.txt', trayFile([item], time.moment))}>{text('tray.downloadOne')}</Button>
          </>
        )}
        <Button look="quiet" onPress={onRemove}>
          {text('tray.remove')}
        </Button>
        <span role="status">{isCopied && text('tray.copied')}</span>
      </p>
    </li>
  );
}
