import type { CurrentLogin, InstallationView, LinkView, SignIn } from '@expert-forum/contracts';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { actUnder } from '../../../shared/api/acting-mandate.js';
import { dropOfflineCopy } from '../../../shared/api/offline-copy.js';
import { hasStatus } from '../../../shared/api/problem-error.js';
import { request } from '../../../shared/api/request.js';

export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: () => request<InstallationView>('GET', '/installation'),
  staleTime: Infinity,
});

export const loginQuery = queryOptions({
  queryKey: ['login'],
  queryFn: () => request<CurrentLogin>('GET', '/logins/current'),
});

/** Whether this browser is signed in. The server is asked if the device remembers a login; where nobody answers, that counts. */
export async function isSignedIn(client: QueryClient): Promise<boolean> {
  if (client.getQueryData(loginQuery.queryKey) === undefined) return false;
  try {
    await client.fetchQuery({ ...loginQuery, staleTime: 0, retry: false });
  } catch (error) {
    if (!hasStatus(error, 401)) return true;
    dropOfflineCopy(client);
    return false;
  }
  return true;
}

export const linkQuery = (token: string) =>
  queryOptions({ queryKey: ['link', token], queryFn: () => request<LinkView>('GET', `/links/${encodeURIComponent(token)}`), retry: false });

export type WayIn =
  | ({ readonly kind: 'password' } & SignIn)
  | { readonly kind: 'demonstration'; readonly mandateId: string }
  | { readonly kind: 'link'; readonly token: string; readonly password: string };

/** Signs this browser in. Whatever another member left in the cache goes first (R20). */
export function useSignIn(onSignedIn: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: enter,
    onSuccess: (login, way) => {
      dropOfflineCopy(client);
      actUnder(way.kind === 'demonstration' ? way.mandateId : (login.mandates[0]?.id ?? null));
      client.setQueryData(loginQuery.queryKey, login);
      onSignedIn();
    },
  });
}

async function enter(way: WayIn): Promise<CurrentLogin> {
  switch (way.kind) {
    case 'password':
      return request('POST', '/logins', { email: way.email, password: way.password });
    case 'demonstration':
      return request('POST', '/demonstration-logins', { mandateId: way.mandateId });
    case 'link':
      return request('POST', `/links/${encodeURIComponent(way.token)}`, { password: way.password });
  }
}

export type Extent = 'here' | 'everywhere';

/** Ends this login, or every one of the member. `leave` goes where nobody has to be signed in. */
export function useSignOut(leave: () => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (extent: Extent) => request<void>('DELETE', extent === 'here' ? '/logins/current' : '/logins'),
    onSuccess: () => forgetLogin(client, leave),
  });
}

/** This page is signed in no more: what it received goes, as soon as no screen shows it. */
export async function forgetLogin(client: QueryClient, leave: () => Promise<void>): Promise<void> {
  client.removeQueries({ queryKey: loginQuery.queryKey });
  await leave();
  dropOfflineCopy(client);
  actUnder(null);
}
