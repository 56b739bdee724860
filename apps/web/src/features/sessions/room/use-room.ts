import { openConnection } from '@expert-forum/collab/client';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { liveAddress } from '../../../shared/socket/live-address.js';
import { Room, type RoomState } from './room.js';

/** Is in the room of a session for as long as the screen shows it. */
export function useRoom(sessionId: string, mandateId: string): Room {
  const room = useMemo(() => new Room(sessionId, () => openConnection(liveAddress(mandateId))), [sessionId, mandateId]);
  useEffect(() => room.enter(), [room]);
  return room;
}

export const useRoomState = (room: Room): RoomState => useSyncExternalStore(room.subscribe, room.read);
