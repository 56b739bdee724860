import type { AgendaItemView, ItemSectionView, ObjectionCallView, SessionView } from '@expert-forum/contracts';
import { mayRecordAgreement, type ProblemCode, type TextState } from '@expert-forum/domain';
import { toCall } from './table.js';

/** What the chair can do next about the text of a section. */
export type AgreementStep =
  | { readonly kind: 'ask'; readonly isAgain: boolean }
  /** The call runs. */
  | { readonly kind: 'wait' }
  /** Nobody objected, but this screen has not received all of the text yet. */
  | { readonly kind: 'receive' }
  | { readonly kind: 'record'; readonly call: ObjectionCallView; readonly seen: TextState }
  /** Nobody objected to a text that is another one by now. */
  | { readonly kind: 'moved'; readonly call: ObjectionCallView; readonly seen: TextState }
  | { readonly kind: 'blocked'; readonly problem: ProblemCode };

interface Table {
  readonly session: Pick<SessionView, 'state' | 'call'>;
  readonly item: Pick<AgendaItemView, 'state'>;
  readonly section: Pick<ItemSectionView, 'id' | 'phase'>;
  /** The text on the chair's screen; null while some of it is on its way. */
  readonly seen: TextState | null;
  readonly at: Date;
}

/** Asks the rule that the server enforces, so that the chair reads beforehand what it would answer. */
export function agreementStep({ session, item, section, seen, at }: Table): AgreementStep {
  const call = session.call?.sectionId === section.id ? session.call : null;
  const text = seen ?? { seq: 0, hash: '' };
  const verdict = mayRecordAgreement({
    session: session.state,
    item: item.state,
    hasSection: true,
    section: { phase: section.phase, openBrackets: 0, blockingPositions: 0 },
    call: call && toCall(call),
    at,
    seen: text,
    head: text,
  });
  if (verdict.ok) return call && seen ? { kind: 'record', call, seen } : { kind: 'receive' };
  switch (verdict.problem) {
    case 'call-missing':
      return { kind: 'ask', isAgain: false };
    case 'call-objected':
      return { kind: 'ask', isAgain: true };
    case 'call-running':
      return { kind: 'wait' };
    case 'text-moved':
      return call && seen ? { kind: 'moved', call, seen } : { kind: 'receive' };
    default:
      return { kind: 'blocked', problem: verdict.problem };
  }
}
