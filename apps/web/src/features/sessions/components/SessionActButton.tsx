import type { SessionAct } from '@expert-forum/domain';
import { type ComponentProps, useState } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { doToSession, takeChair } from '../api/session-acts.js';
import { useSessionAct } from '../api/use-session-act.js';
import { ConfirmSheet } from './ConfirmSheet.js';

interface Props {
  readonly sessionId: string;
  readonly act: SessionAct | 'take-chair';
  /** Who holds the chair. */
  readonly chair: string;
  readonly look?: ComponentProps<typeof Button>['look'];
  readonly blockedBy?: string | undefined;
  readonly onDone?: () => void;
}

/** Opens, interrupts, resumes or closes a session, or takes its chair; not before it has been said what that does. */
export function SessionActButton({ sessionId, act, chair, look = 'plain', blockedBy, onDone }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const [isOpen, setOpen] = useState(false);
  const done = (): void => {
    setOpen(false);
    onDone?.();
  };
  const { mutate, error, isPending } = useSessionAct(() => (act === 'take-chair' ? takeChair(sessionId) : doToSession(sessionId, act)), done);
  const name = text(`session.act.${act}`);
  return (
    <>
      <Button look={look} blockedBy={blockedBy} onPress={() => setOpen(true)}>
        {name}
      </Button>
      {isOpen && (
        <ConfirmSheet
          title={name}
          name={name}
          fault={error && problemText(error)}
          isBusy={isPending}
          onConfirmed={() => mutate(undefined)}
          onClose={() => setOpen(false)}
        >
          {text(`session.act.${act}.text`, { name: chair })}
        </ConfirmSheet>
      )}
    </>
  );
}
