import type { AgendaItemView, DecisionView, ItemSectionView, ObjectionCallView } from '@expert-forum/contracts';
import type { ObjectionCall } from '@expert-forum/domain';

/** What the room looks at: the item on the table or, between two, the one that left it last. */
export function shownItem(items: readonly AgendaItemView[]): AgendaItemView | null {
  const wereOnTable = items.filter(({ activatedAt }) => activatedAt !== null);
  const latest = wereOnTable.reduce<AgendaItemView | null>((last, item) => (String(item.activatedAt) > String(last?.activatedAt ?? '') ? item : last), null);
  return items.find(({ state }) => state === 'active') ?? latest;
}

/** A section that a reader chose to look at, and after what had happened on the table. */
export interface Look {
  readonly sectionId: string;
  readonly after: string;
}

/** Names the last thing that happened to a section of the item: with the next one everybody looks at its section. */
export const lastEvent = ({ id, decisions }: AgendaItemView, call: ObjectionCallView | null): string => call?.id ?? decisions.at(-1)?.id ?? id;

/** The section that is asked about or was decided last; before that the first one that is still to be agreed. */
export function shownSection(item: AgendaItemView, call: ObjectionCallView | null, look: Look | null): ItemSectionView | null {
  const chosen = look?.after === lastEvent(item, call) ? look.sectionId : undefined;
  const id = chosen ?? call?.sectionId ?? item.decisions.at(-1)?.sectionId;
  const isOpen = ({ phase }: ItemSectionView): boolean => phase !== 'agreed' && phase !== 'published';
  return item.sections.find((section) => section.id === id) ?? item.sections.find(isOpen) ?? item.sections[0] ?? null;
}

/** The decision that the section stands by, if it was taken under this item. */
export const latestDecision = (item: AgendaItemView, sectionId: string): DecisionView | null =>
  item.decisions.filter((decision) => decision.sectionId === sectionId).at(-1) ?? null;

/** The call as the domain judges it. */
export const toCall = ({ closesAt, stoppedAt, hash }: ObjectionCallView): ObjectionCall & { readonly hash: string } => ({
  closesAt: new Date(closesAt),
  stoppedAt: stoppedAt === null ? null : new Date(stoppedAt),
  hash,
});
