import type { Identity } from '@expert-forum/collab/client';
import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import { useMemo } from 'react';
import { type Speaker, speakerIn } from '../../../features/threads/note/thread-facts.js';

/** As whom this screen speaks: its mandate is one of those held. */
export function useSpeaker(view: SectionView, { memberId, mandateId }: Identity, mandates: readonly HeldMandate[]): Speaker {
  return useMemo(() => {
    const mandate = mandates.find(({ id }) => id === mandateId);
    if (mandate === undefined) throw new Error('This screen needs a mandate');
    return speakerIn(view, memberId, mandate);
  }, [view, memberId, mandateId, mandates]);
}
