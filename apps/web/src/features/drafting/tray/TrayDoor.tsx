import type { SectionConnection } from '@expert-forum/collab';
import { useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { useTray } from '../connection/section-facts.js';
import { TraySheet } from './TraySheet.js';

interface Props {
  readonly section: SectionConnection;
  readonly speakerOf: (mandateId: string) => string;
}

/** Says that text did not enter the section, for as long as it lies in the tray, and opens the tray. */
export function TrayDoor({ section, speakerOf }: Props) {
  const text = useText();
  const { length } = useTray(section);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {length > 0 && (
        <Notice>
          <span>{text('tray.arrived', { n: length })}</span>
          <Button onPress={() => setOpen(true)}>{text('tray.open', { n: length })}</Button>
        </Notice>
      )}
      {isOpen && <TraySheet section={section} speakerOf={speakerOf} onClose={() => setOpen(false)} />}
    </>
  );
}
