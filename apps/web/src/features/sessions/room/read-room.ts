import type { JoinedSession, SessionView } from '@expert-forum/contracts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The forum answers with what its contracts say; what an older or newer one says instead is not shown. */
export const isSession = (value: unknown): value is SessionView =>
  isRecord(value) && typeof value['id'] === 'string' && typeof value['serverNow'] === 'string' && Array.isArray(value['items']) && Array.isArray(value['floor']);

export const isJoined = (value: unknown): value is JoinedSession => isRecord(value) && isSession(value['session']) && 'floorRequestId' in value;

/** What `session:changed` brings, if it is about this session. */
export function changedSession(name: string, payload: unknown, sessionId: string): SessionView | null {
  if (name !== 'session:changed' || !isRecord(payload) || !isSession(payload['session'])) return null;
  return payload['session'].id === sessionId ? payload['session'] : null;
}

export const requestIdOf = (value: unknown): string | null => (isRecord(value) && typeof value['id'] === 'string' ? value['id'] : null);
