import { type ReactNode, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import styles from './Table.module.css';

interface Props {
  /** Changes with whatever happens on the table. */
  readonly moment: string;
  readonly agenda: ReactNode;
  readonly floor: ReactNode;
  /** How many have the floor or ask for it. */
  readonly waiting: number;
}

interface Opened {
  readonly which: 'agenda' | 'floor';
  /** What happens on the table closes the sheet: nothing may lie over a call. */
  readonly moment: string;
}

/** Where there is no room beside the text, agenda and floor are sheets, and these are their doors. */
export function RoomDoors({ moment, agenda, floor, waiting }: Props) {
  const text = useText();
  const [opened, setOpened] = useState<Opened | null>(null);
  const which = opened?.moment === moment ? opened.which : undefined;
  const open = (door: Opened['which']): void => setOpened({ which: door, moment });
  const close = (): void => setOpened(null);
  return (
    <div className={styles.doors}>
      <Button look="quiet" onPress={() => open('agenda')}>
        {text('agenda.title')}
      </Button>
      <Button look="quiet" onPress={() => open('floor')}>
        {text('floor.door', { n: waiting })}
      </Button>
      {which === 'agenda' && (
        <Sheet title={text('agenda.title')} place="side" onClose={close}>
          {agenda}
        </Sheet>
      )}
      {which === 'floor' && (
        <Sheet title={text('floor.title')} place="side" onClose={close}>
          {floor}
        </Sheet>
      )}
    </div>
  );
}
