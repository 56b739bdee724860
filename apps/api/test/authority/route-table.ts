import type { Action } from '@expert-forum/domain';

/** Whom a door asks for: nobody in particular, somebody signed in, or a mandate whose role has the action. */
export type Asked = 'public' | 'login' | Action;

/** Every HTTP route. One that is not here does not pass the test, and neither does a row without a route. */
export const ROUTES: Readonly<Record<string, Asked>> = {
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'GET /api/v1/openapi.json': 'public',
  'GET /api/v1/installation': 'public',
  'POST /api/v1/demonstration-logins': 'public',
  'POST /api/v1/logins': 'public',
  'GET /api/v1/links/:token': 'public',
  'POST /api/v1/links/:token': 'public',

  'GET /api/v1/logins/current': 'login',
  'DELETE /api/v1/logins/current': 'login',
  'DELETE /api/v1/logins': 'login',
  'POST /api/v1/tickets': 'login',

  'GET /api/v1/people': 'administer-people',
  'POST /api/v1/centres': 'administer-forum',
  'POST /api/v1/invitations': 'administer-people',
  'POST /api/v1/mandates': 'administer-people',
  'PATCH /api/v1/mandates/:id': 'administer-people',
  'POST /api/v1/mandates/:id/withdrawal': 'administer-people',
  'POST /api/v1/members/:id/password-links': 'administer-forum',
  'POST /api/v1/members/:id/suspension': 'administer-forum',
  'DELETE /api/v1/members/:id/suspension': 'administer-forum',

  'GET /api/v1/documents': 'read-forum',
  'POST /api/v1/documents': 'create-document',
  'GET /api/v1/documents/:id/outline': 'read-forum',
  'POST /api/v1/documents/:id/sections': 'keep-outline',
  'GET /api/v1/sections/:id': 'read-forum',
  'PATCH /api/v1/sections/:id': 'keep-outline',
  'DELETE /api/v1/sections/:id': 'keep-outline',
  'GET /api/v1/sections/:id/text': 'read-forum',
  'POST /api/v1/sections/:id/phase': 'change-phase',
  'GET /api/v1/drafting-candidates': 'name-drafters',
  'POST /api/v1/sections/:id/drafters': 'name-drafters',
  'DELETE /api/v1/sections/:id/drafters/:mandateId': 'name-drafters',
  'PUT /api/v1/sections/:id/rapporteur': 'name-drafters',
};

/** Every message that is listened to. */
export const MESSAGES: Readonly<Record<string, Action>> = {
  'section:join': 'read-forum',
  'section:leave': 'read-forum',
  'presence:move': 'read-forum',
  'update:push': 'type-text',
  'update:part': 'type-text',
};
