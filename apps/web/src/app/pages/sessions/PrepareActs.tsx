import type { HeldMandate, SessionView } from '@expert-forum/contracts';
import { mayEditSession, mayPerform, mayRunSession, mayTakeChair, sessionAfter } from '@expert-forum/domain';
import { useState } from 'react';
import { editSession } from '../../../features/sessions/api/session-acts.js';
import { SessionActButton } from '../../../features/sessions/components/SessionActButton.js';
import { PlanSheet } from '../../../features/sessions/form/PlanSheet.js';
import { useRuleText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';

interface Props {
  readonly session: SessionView;
  readonly mandate: HeldMandate;
  readonly isPreparing: boolean;
  readonly onPrepare: () => void;
  readonly onOpened: () => void;
}

/** What a moderator does before a session opens, and while it is open from outside its room. */
export function PrepareActs({ session, mandate: { id, role }, isPreparing, onPrepare, onOpened }: Props) {
  const text = useText();
  const rule = useRuleText();
  const [isEdited, setEdited] = useState(false);
  const { state, chair } = session;
  const actor = { role, mandateId: id };
  if (!mayPerform('run-session', role, { isOwn: true }).ok || state === 'closed') return null;
  const mayEdit = rule(mayEditSession(actor, { state, chairMandateId: chair.mandateId }));
  const common = { sessionId: session.id, chair: chair.memberName };
  return (
    <>
      {sessionAfter(state, 'open').ok && (
        <SessionActButton {...common} act="open" look="primary" blockedBy={rule(mayRunSession(actor, chair.mandateId))} onDone={onOpened} />
      )}
      {!isPreparing && (
        <Button blockedBy={mayEdit} onPress={onPrepare}>
          {text('agenda.prepare')}
        </Button>
      )}
      <Button blockedBy={mayEdit} onPress={() => setEdited(true)}>
        {text('session.edit')}
      </Button>
      {mayTakeChair(actor, chair.mandateId).ok && <SessionActButton {...common} act="take-chair" />}
      {isEdited && (
        <PlanSheet
          heading={text('session.edit')}
          present={session}
          act={(plan) => editSession(session.id, plan)}
          onDone={() => setEdited(false)}
          onClose={() => setEdited(false)}
        />
      )}
    </>
  );
}
