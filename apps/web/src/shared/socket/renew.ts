import type { ServerEvents } from '@expert-forum/contracts';
import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** What reaches a tab on its socket, as far as the answers it keeps are concerned. */
export type News = { readonly kind: 'announced'; readonly name: string } | { readonly kind: 'opened' } | { readonly kind: 'refused' };

/** Beginnings of the keys of the answers that an announcement makes old. */
const AGED_BY: Partial<Record<keyof ServerEvents, readonly QueryKey[]>> = {
  'outline:changed': [['documents'], ['outline'], ['section'], ['session'], ['home'], ['inbox'], ['publications'], ['publication-preview'], ['revisions'], ['history'], ['section-now']],
  'section:changed': [['outline'], ['section'], ['session'], ['publication-preview']],
  'sessions:changed': [['sessions'], ['session'], ['minutes'], ['home']],
  'rights:changed': [['login'], ['outline'], ['section']],
  'inbox:changed': [['inbox-count'], ['inbox'], ['home']],
  'people:changed': [['login'], ['people'], ['outline'], ['section'], ['drafting-candidates']],
};

const isKnown = (name: string): name is keyof typeof AGED_BY => Object.hasOwn(AGED_BY, name);

function agedBy(news: News): readonly QueryKey[] {
  switch (news.kind) {
    case 'announced':
      return isKnown(news.name) ? (AGED_BY[news.name] ?? []) : [];
    case 'opened':
      return [[]]; // whatever was announced while the line was cut was missed
    case 'refused':
      return [['login']]; // the login has ended, or the mandate is held no more
  }
}

/** Asks again for what is on the screen and has become old; the rest is asked for when it is next shown. */
export function renew(client: QueryClient, news: readonly News[]): void {
  const keys = new Map(news.flatMap(agedBy).map((queryKey) => [JSON.stringify(queryKey), queryKey]));
  for (const queryKey of keys.values()) void client.invalidateQueries({ queryKey });
}
