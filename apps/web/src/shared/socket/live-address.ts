import { ticketSource, type TicketSource } from '@expert-forum/collab/client';

const sources = new Map<string, TicketSource>();

/** Where this tab connects under a mandate; the same function each time, so that everything of the tab shares one socket. */
export function liveAddress(mandateId: string): { url: string; ticket: TicketSource } {
  const url = location.origin;
  const ticket = sources.get(mandateId) ?? ticketSource(url, mandateId);
  sources.set(mandateId, ticket);
  return { url, ticket };
}
