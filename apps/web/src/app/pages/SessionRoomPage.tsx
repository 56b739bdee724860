import { getRouteApi } from '@tanstack/react-router';
import { useActing, useMandate } from '../../features/logins/acting.js';
import { useRoom } from '../../features/sessions/room/use-room.js';
import { RoomScreen } from './sessions/RoomScreen.js';

const route = getRouteApi('/$language/signed-in/sessions/$session/room');

/** The room of a session: what is on the table now. */
export function SessionRoomPage() {
  const { session } = route.useParams();
  const { member } = useActing();
  const mandate = useMandate();
  const room = useRoom(session, mandate.id);
  return <RoomScreen key={session} room={room} memberId={member.id} mandate={mandate} />;
}
