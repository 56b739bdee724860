import type { ObjectionCallView } from '@expert-forum/contracts';
import { callOutcome } from '@expert-forum/domain';
import { useSyncExternalStore } from 'react';
import { toCall } from '../table/table.js';

const LOOK_MS = 200;

function look(changed: () => void): () => void {
  const timer = setInterval(changed, LOOK_MS);
  return () => clearInterval(timer);
}

/** Whether a call runs now. The screen is drawn again when that changes, and not at every second. */
export const useIsRunning = (call: ObjectionCallView | null, ahead: number): boolean =>
  useSyncExternalStore(look, () => call !== null && callOutcome(toCall(call), new Date(Date.now() + ahead)) === 'running');
