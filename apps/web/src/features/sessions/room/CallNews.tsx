import type { AgendaItemView, ObjectionCallView } from '@expert-forum/contracts';
import { callOutcome } from '@expert-forum/domain';
import { type Text, useText } from '../../../shared/i18n/use-text.js';
import hidden from '../../../shared/ui/visually-hidden.module.css';
import { latestDecision, toCall } from '../table/table.js';
import { useForumTime } from './use-forum-time.js';

interface Props {
  readonly item: AgendaItemView | null;
  readonly call: ObjectionCallView | null;
  /** That is asked about, or was decided last. */
  readonly section: { readonly id: string; readonly number: string } | null;
  readonly ahead: number;
}

/** Tells a screen reader, without interrupting it, of a call and of what came of it; not of every second. */
export function CallNews({ item, call, section, ahead }: Props) {
  const text = useText();
  const at = useForumTime(ahead, 1_000);
  return (
    <p className={hidden.hidden} role="status">
      {item && section && newsOf(item, call, section, { text, at })}
    </p>
  );
}

function newsOf(
  item: AgendaItemView,
  call: ObjectionCallView | null,
  { id, number }: { readonly id: string; readonly number: string },
  { text, at }: { readonly text: Text; readonly at: Date },
): string {
  if (call === null) {
    const decision = latestDecision(item, id);
    return decision === null ? '' : text(`session.recorded.${decision.kind}`, { number });
  }
  switch (callOutcome(toCall(call), at)) {
    case 'running':
      return text('call.news.running', { number });
    case 'stopped':
      return text('call.news.stopped', { number, centre: call.objectingCentre ?? '–' });
    case 'unopposed':
      return text('call.unopposed', { number });
  }
}
