import type { SessionCommands } from '@expert-forum/contracts';
import { useMutation } from '@tanstack/react-query';
import { ProblemError } from '../../../shared/api/problem-error.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import type { CommandName, Room } from './room.js';

/** A command of the room with what it is about. */
export type RoomCommand = { [Name in CommandName]: { readonly name: Name; readonly about: SessionCommands[Name]['payload'] } }[CommandName];

/** Does things in the room, one after the other. What comes of them everybody is told, the one who did them included. */
export function useRoomAct(room: Room, onDone?: () => void) {
  return useMutation({ mutationFn: ({ name, about }: RoomCommand) => room.command(name, about), onSuccess: () => onDone?.() });
}

/** Why something was not done; where no answer came, what the room shows is to be looked at. */
export function useRoomFault(): (error: Error) => string {
  const text = useText();
  const problemText = useProblemText();
  return (error) => (error instanceof ProblemError ? problemText(error) : text('session.unanswered'));
}
