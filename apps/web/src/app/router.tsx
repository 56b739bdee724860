import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { keepToHeldMandate } from '../features/logins/acting.js';
import { isSignedIn, loginQuery } from '../features/logins/api/login-queries.js';
import { hasStatus } from '../shared/api/problem-error.js';
import { loadCatalogue } from '../shared/i18n/catalogues.js';
import { isLanguage, languageOfPath } from '../shared/i18n/languages.js';
import { Skeleton } from '../shared/ui/Skeleton.js';
import { ownPath } from './own-path.js';
import { FaultPage } from './pages/FaultPage.js';
import { NotFoundPage } from './pages/NotFoundPage.js';
import { RootFault } from './pages/RootFault.js';
import { RootLayout } from './RootLayout.js';
import { readHistorySearch, readOverviewSearch, readSectionSearch, readSignInSearch } from './searches.js';
import { SignedInLayout } from './SignedInLayout.js';

export interface RouterContext {
  readonly client: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  beforeLoad: async ({ location }) => {
    const language = languageOfPath(location.pathname);
    return { language, catalogue: await loadCatalogue(language) };
  },
  component: RootLayout,
  notFoundComponent: NotFoundPage,
  errorComponent: RootFault,
  pendingComponent: () => null, // there are no sentences yet
});

/** The server leads on from here; the page that a device has kept has to do so itself. */
const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ context: { language } }) => {
    throw redirect({ to: '/$language/home', params: { language } });
  },
});

const inLanguage = createRoute({
  getParentRoute: () => root,
  path: '$language',
  beforeLoad: ({ params }) => {
    if (!isLanguage(params.language)) throw notFound();
  },
});

const front = createRoute({
  getParentRoute: () => inLanguage,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/$language/home', params });
  },
});

/** Whoever is signed in already has no business here. */
const signIn = createRoute({
  getParentRoute: () => inLanguage,
  path: 'sign-in',
  validateSearch: readSignInSearch,
  beforeLoad: async ({ context: { client, language }, search: { back } }) => {
    if (await isSignedIn(client)) throw redirect({ href: ownPath(back, language) ?? `/${language}/home` });
  },
  component: lazyRouteComponent(() => import('./pages/SignInPage.js'), 'SignInPage'),
});

const invite = createRoute({
  getParentRoute: () => inLanguage,
  path: 'invite/$token',
  component: lazyRouteComponent(() => import('./pages/InvitePage.js'), 'InvitePage'),
});

/** Everything behind the sign-in. Offline the login that this device last saw opens the screens it has kept. */
const signedIn = createRoute({
  getParentRoute: () => inLanguage,
  id: 'signed-in',
  beforeLoad: async ({ context: { client }, params, location }) => {
    try {
      keepToHeldMandate(await client.ensureQueryData({ ...loginQuery, revalidateIfStale: true }));
    } catch (error) {
      if (!hasStatus(error, 401)) throw error;
      throw redirect({ to: '/$language/sign-in', params, search: { back: location.href } });
    }
  },
  component: SignedInLayout,
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: 'home',
  component: lazyRouteComponent(() => import('./pages/HomePage.js'), 'HomePage'),
});

const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: 'inbox',
  component: lazyRouteComponent(() => import('./pages/InboxPage.js'), 'InboxPage'),
});

const text = createRoute({
  getParentRoute: () => signedIn,
  path: 'text',
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(() => import('./pages/OverviewPage.js'), 'OverviewPage'),
});

const section = createRoute({
  getParentRoute: () => signedIn,
  path: 'text/$section',
  validateSearch: readSectionSearch,
  component: lazyRouteComponent(() => import('./pages/SectionPage.js'), 'SectionPage'),
});

const sectionHistory = createRoute({
  getParentRoute: () => signedIn,
  path: 'text/$section/history',
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(() => import('./pages/SectionHistoryPage.js'), 'SectionHistoryPage'),
});

const sessions = createRoute({
  getParentRoute: () => signedIn,
  path: 'sessions',
  component: lazyRouteComponent(() => import('./pages/SessionsPage.js'), 'SessionsPage'),
});

const session = createRoute({
  getParentRoute: () => signedIn,
  path: 'sessions/$session',
  component: lazyRouteComponent(() => import('./pages/SessionPage.js'), 'SessionPage'),
});

const room = createRoute({
  getParentRoute: () => signedIn,
  path: 'sessions/$session/room',
  component: lazyRouteComponent(() => import('./pages/SessionRoomPage.js'), 'SessionRoomPage'),
});

const minutes = createRoute({
  getParentRoute: () => signedIn,
  path: 'sessions/$session/minutes',
  component: lazyRouteComponent(() => import('./pages/SessionMinutesPage.js'), 'SessionMinutesPage'),
});

const people = createRoute({
  getParentRoute: () => signedIn,
  path: 'people',
  component: lazyRouteComponent(() => import('./pages/PeoplePage.js'), 'PeoplePage'),
});

const publications = createRoute({
  getParentRoute: () => signedIn,
  path: 'publications',
  component: lazyRouteComponent(() => import('./pages/PublicationsPage.js'), 'PublicationsPage'),
});

const routeTree = root.addChildren([start, inLanguage.addChildren([front, signIn, invite, signedIn.addChildren([home, inbox, text, section, sectionHistory, sessions, session, room, minutes, publications, people])])]);

export const createAppRouter = (client: QueryClient) =>
  createRouter({
    routeTree,
    context: { client },
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingComponent: Skeleton,
    defaultErrorComponent: FaultPage,
  });

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
