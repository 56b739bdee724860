import type { DecisionView, ItemSectionView, SessionView } from '@expert-forum/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { minutesQuery, sessionsQuery } from '../../../features/sessions/api/session-queries.js';
import { CorrectSheet } from '../../../features/sessions/room/CorrectSheet.js';
import type { Room } from '../../../features/sessions/room/room.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';

interface Props {
  readonly room: Room;
  readonly session: SessionView;
  readonly section: ItemSectionView;
  readonly blockedBy: string | undefined;
}

/** Leads to the correction of the decision by which a section is agreed. */
export function CorrectDoor({ room, session, section, blockedBy }: Props) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const own = lastAbout(session.items.flatMap(({ decisions }) => decisions), section.id);
  return (
    <>
      <Button blockedBy={blockedBy} onPress={() => setOpen(true)}>
        {text('session.correct.begin')}
      </Button>
      {isOpen && own && <CorrectSheet room={room} sessionId={session.id} number={section.number} decisionId={own.id} onClose={close} />}
      {isOpen && !own && <Earlier {...{ room, session, section }} onClose={close} />}
    </>
  );
}

/** A decision of an earlier session is found in its minutes. */
function Earlier({ room, session, section, onClose }: Omit<Props, 'blockedBy'> & { readonly onClose: () => void }) {
  const text = useText();
  const { data: sessions } = useQuery(sessionsQuery);
  const closed = (sessions ?? []).filter(({ state }) => state === 'closed');
  const minutes = useQueries({ queries: closed.map(({ id }) => minutesQuery(id)) });
  const isLoading = sessions === undefined || minutes.some(({ isPending }) => isPending);
  const decisions = minutes.flatMap(({ data }) => data?.items ?? []).flatMap((item) => item.decisions);
  const found = lastAbout(decisions, section.id);
  if (found) return <CorrectSheet room={room} sessionId={session.id} number={section.number} decisionId={found.id} onClose={onClose} />;
  return (
    <Sheet title={text('session.correct.title', { number: section.number })} onClose={onClose}>
      {isLoading ? <Skeleton /> : <p>{text('session.correct.none')}</p>}
    </Sheet>
  );
}

const lastAbout = (decisions: readonly DecisionView[], sectionId: string): DecisionView | undefined =>
  decisions.filter((decision) => decision.sectionId === sectionId).sort((one, other) => (one.at < other.at ? -1 : 1)).at(-1);
