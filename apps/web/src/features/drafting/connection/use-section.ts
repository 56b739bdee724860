import { connectSection, openDevice, type Identity, type SectionConnection } from '@expert-forum/collab/client';
import { useEffect, useState } from 'react';
import { liveAddress } from '../../../shared/socket/live-address.js';

export interface OpenedSection {
  readonly section: SectionConnection;
  /** False where unsent text does not survive the window. */
  readonly isLasting: boolean;
}

/** Opens a section for as long as the screen shows it; null while the device is being opened. */
export function useSection(sectionId: string, { memberId, mandateId }: Identity): OpenedSection | null {
  const [opened, setOpened] = useState<OpenedSection | null>(null);
  useEffect(() => {
    let isGone = false;
    let section: SectionConnection | null = null;
    void openDevice().then((device) => {
      if (isGone) return;
      section = connectSection({ ...liveAddress(mandateId), sectionId, device, identity: { memberId, mandateId } });
      section.synced.catch(() => undefined); // the status says it
      setOpened({ section, isLasting: device.isLasting });
    });
    return () => {
      isGone = true;
      setOpened(null);
      void section?.destroy();
    };
  }, [sectionId, memberId, mandateId]);
  return opened;
}
