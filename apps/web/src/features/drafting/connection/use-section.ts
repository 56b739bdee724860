import { connectSection, openDevice, type Identity, type SectionConnection } from '@expert-forum/collab';
import { useEffect, useReducer, useState } from 'react';
import { liveAddress } from '../../../shared/socket/live-address.js';

/** Opens a section for as long as the screen shows it; null while the device is being opened. */
export function useSection(sectionId: string, { memberId, mandateId }: Identity): SectionConnection | null {
  const [section, setSection] = useState<SectionConnection | null>(null);
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let isGone = false;
    let opened: SectionConnection | null = null;
    void openDevice().then((device) => {
      if (isGone) return;
      opened = connectSection({ ...liveAddress(mandateId), sectionId, device, identity: { memberId, mandateId } });
      opened.synced.catch(() => undefined); // the status says it
      for (const event of ['status', 'tray', 'replaced'] as const) opened.on(event, refresh);
      opened.presence.events.on('changed', refresh);
      setSection(opened);
    });
    return () => {
      isGone = true;
      setSection(null);
      void opened?.destroy();
    };
  }, [sectionId, memberId, mandateId]);
  return section;
}
