import { hashKey, QueryClient, type QueryKey } from '@tanstack/react-query';
import { actingMandateId } from './acting-mandate.js';
import { ProblemError } from './problem-error.js';

/** Answered alike whatever mandate is spoken under. */
const OF_EVERY_MANDATE = new Set(['installation', 'link', 'login']);

/** Keeps answers given to one mandate apart from those given to another: they are never shown to it (R20). */
export const hashUnderMandate = (key: QueryKey): string =>
  OF_EVERY_MANDATE.has(String(key[0])) ? hashKey(key) : `${actingMandateId() ?? ''} ${hashKey(key)}`;

/** Live events keep the cache fresh; a refusal is an answer and is not asked for again. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: Infinity,
        networkMode: 'always',
        queryKeyHashFn: hashUnderMandate,
        retry: (failures, error) => !(error instanceof ProblemError) && failures < 2,
      },
      mutations: { networkMode: 'always' },
    },
  });
