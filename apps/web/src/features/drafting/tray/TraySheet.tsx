import type { SectionConnection } from '@expert-forum/collab/client';
import { useRef } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { Button } from '../../../shared/ui/Button.js';
import { downloadText } from '../../../shared/ui/download-text.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { useTray } from '../connection/section-facts.js';
import { trayFile } from './tray-file.js';
import { TrayPassage } from './TrayPassage.js';
import styles from './TraySheet.module.css';

interface Props {
  readonly section: SectionConnection;
  readonly speakerOf: (mandateId: string) => string;
  readonly onClose: () => void;
}

/** Text that was refused: readable, to be copied and downloaded, kept on this device until its author removes it (R17). */
export function TraySheet({ section, speakerOf, onClose }: Props) {
  const text = useText();
  const time = useTime();
  const tray = useTray(section);
  const list = useRef<HTMLUListElement>(null);
  const remove = async (id: string): Promise<void> => {
    list.current?.focus(); // the button that has the focus goes with its passage
    await section.dismiss(id);
  };
  return (
    <Sheet title={text('tray.title')} place="side" onClose={onClose}>
      <p>{tray.length > 0 ? text('tray.text') : text('tray.empty')}</p>
      {tray.length > 1 && (
        <p>
          <Button onPress={() => downloadText('expert-forum.txt', trayFile(tray, time.moment))}>{text('tray.download')}</Button>
        </p>
      )}
      <ul ref={list} className={styles.passages} tabIndex={-1} aria-label={text('tray.title')}>
        {tray.map((item) => (
          <TrayPassage key={item.id} item={item} speaker={speakerOf(item.speakingAs)} onRemove={() => void remove(item.id)} />
        ))}
      </ul>
    </Sheet>
  );
}
