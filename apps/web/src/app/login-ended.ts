import type { QueryClient } from '@tanstack/react-query';
import { forgetLogin, loginQuery } from '../features/logins/api/login-queries.js';
import { hasCode } from '../shared/api/problem-error.js';
import { languageOfPath } from '../shared/i18n/languages.js';
import type { AppRouter } from './router.js';

/** Whatever is answered that the login has ended leads to the sign-in, and afterwards back. Text on the device stays. */
export function leadToSignIn(client: QueryClient, router: AppRouter): void {
  const check = (error: unknown): void => {
    const wasSignedIn = client.getQueryData(loginQuery.queryKey) !== undefined;
    if (!wasSignedIn || !hasCode(error, 'login-required') || isSignIn(router.latestLocation.pathname)) return;
    const { href: back, pathname } = router.latestLocation;
    const search = { back, ended: true } as const;
    void forgetLogin(client, () => router.navigate({ to: '/$language/sign-in', params: { language: languageOfPath(pathname) }, search }));
  };
  client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') check(event.action.error);
  });
  client.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') check(event.action.error);
  });
}

const isSignIn = (path: string): boolean => path.endsWith('/sign-in');
