import type { ObjectionCallView } from '@expert-forum/contracts';
import type { ParagraphDifference, TextState } from '@expert-forum/domain';
import { type ReactNode, useState } from 'react';
import { ProblemError } from '../../../shared/api/problem-error.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import type { Room } from './room.js';
import { useRoomAct, useRoomFault } from './use-room-act.js';

interface Props {
  readonly room: Room;
  readonly call: ObjectionCallView;
  /** Other words than those that were asked about. */
  readonly seen: TextState;
  readonly moved: (difference: readonly ParagraphDifference[]) => ReactNode;
}

/** Shows what changed since the centres were asked. A record of other words than those is refused, and the refusal says it. */
export function MovedDoor({ room, call, seen, moved }: Props) {
  const text = useText();
  const fault = useRoomFault();
  const [isOpen, setOpen] = useState(false);
  const { mutate, error, isPending } = useRoomAct(room);
  const difference = error instanceof ProblemError ? error.problem.difference : undefined;
  const show = (): void => {
    setOpen(true);
    mutate({ name: 'decision:record', about: { callId: call.id, ...seen } });
  };
  return (
    <>
      <Button isBusy={isPending} onPress={show}>
        {text('call.showMoved')}
      </Button>
      {isOpen && error && (
        <Sheet title={text('call.changes')} onClose={() => setOpen(false)}>
          {difference === undefined ? <Notice kind="fault">{fault(error)}</Notice> : moved(difference)}
        </Sheet>
      )}
    </>
  );
}
