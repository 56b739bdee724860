import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem-error.js';

/** Live events keep the cache fresh; a refusal is an answer and is not asked for again. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: Infinity,
        networkMode: 'always',
        retry: (failures, error) => !(error instanceof ProblemError) && failures < 2,
      },
      mutations: { networkMode: 'always' },
    },
  });
