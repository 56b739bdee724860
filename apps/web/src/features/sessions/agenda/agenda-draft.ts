import type { AgendaItemInput, AgendaItemView } from '@expert-forum/contracts';
import { ALLOWED, judgeAgenda, type Verdict } from '@expert-forum/domain';

/** An item as it is being prepared; the key tells it apart until the agenda is saved. */
export interface DraftItem extends AgendaItemInput {
  readonly key: string;
}

export const draftOf = (items: readonly AgendaItemView[]): DraftItem[] =>
  items.map(({ id, title, minutes, sections }) => ({ key: id, id, title, minutes, sectionIds: sections.map((section) => section.id) }));

/** Puts an item in the place of the one with its key, or last. */
export function withItem(items: readonly DraftItem[], item: DraftItem): DraftItem[] {
  const isNew = items.every(({ key }) => key !== item.key);
  return isNew ? [...items, item] : items.map((each) => (each.key === item.key ? item : each));
}

export const withoutItem = (items: readonly DraftItem[], key: string): DraftItem[] => items.filter((item) => item.key !== key);

/** Lets an item change places with the one before it, or after it. */
export function moved(items: readonly DraftItem[], key: string, by: -1 | 1): DraftItem[] {
  const from = items.findIndex((item) => item.key === key);
  const [item, other] = [items[from], items[from + by]];
  if (item === undefined || other === undefined) return [...items];
  const result = [...items];
  [result[from], result[from + by]] = [other, item];
  return result;
}

/** What is sent: the whole agenda, in order. */
export const toAgenda = (items: readonly DraftItem[]): AgendaItemInput[] => items.map(({ key: _key, ...item }) => item);

/** May the item be removed, or get other sections? Not once it was on the table. */
export function mayChange(current: readonly AgendaItemView[], key: string): Verdict {
  const planned = current.map(({ id, activatedAt, sections }) => ({
    id,
    wasOnTable: activatedAt !== null,
    sectionIds: sections.map((section) => section.id),
  }));
  const decision = judgeAgenda(planned, withoutItem(draftOf(current), key));
  return decision.ok ? ALLOWED : decision;
}
