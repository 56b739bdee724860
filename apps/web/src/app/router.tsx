import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, notFound, redirect } from '@tanstack/react-router';
import { loginQuery } from '../features/logins/api/login-queries.js';
import { hasStatus } from '../shared/api/problem-error.js';
import { loadCatalogue } from '../shared/i18n/catalogues.js';
import { isLanguage, rememberedLanguage } from '../shared/i18n/languages.js';
import { InvitePage } from './pages/InvitePage.js';
import { NotFoundPage } from './pages/NotFoundPage.js';
import { OverviewPage } from './pages/OverviewPage.js';
import { PeoplePage } from './pages/PeoplePage.js';
import { SectionPage } from './pages/SectionPage.js';
import { SignInPage } from './pages/SignInPage.js';
import { RootLayout } from './RootLayout.js';

export interface RouterContext {
  readonly client: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  beforeLoad: async ({ location }) => {
    const [, wanted] = location.pathname.split('/');
    const language = isLanguage(wanted) ? wanted : rememberedLanguage();
    return { language, catalogue: await loadCatalogue(language) };
  },
  component: RootLayout,
  notFoundComponent: NotFoundPage,
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
    throw redirect({ to: '/$language/text', params });
  },
});

const signIn = createRoute({ getParentRoute: () => inLanguage, path: 'sign-in', component: SignInPage });
const invite = createRoute({ getParentRoute: () => inLanguage, path: 'invite/$token', component: InvitePage });

/** Everything behind the sign-in. Offline the login that this device last saw opens the screens it has kept. */
const signedIn = createRoute({
  getParentRoute: () => inLanguage,
  id: 'signed-in',
  beforeLoad: async ({ context, params, location }) => {
    try {
      await context.client.ensureQueryData(loginQuery);
    } catch (error) {
      if (!hasStatus(error, 401)) throw error;
      throw redirect({ to: '/$language/sign-in', params, search: { back: location.pathname } });
    }
  },
});

const text = createRoute({ getParentRoute: () => signedIn, path: 'text', component: OverviewPage });
const section = createRoute({ getParentRoute: () => signedIn, path: 'text/$section', component: SectionPage });
const people = createRoute({ getParentRoute: () => signedIn, path: 'people', component: PeoplePage });

const routeTree = root.addChildren([inLanguage.addChildren([front, signIn, invite, signedIn.addChildren([text, section, people])])]);

export const createAppRouter = (client: QueryClient) => createRouter({ routeTree, context: { client }, scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
