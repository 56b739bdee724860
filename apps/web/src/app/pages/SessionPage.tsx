import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { sessionQuery } from '../../features/sessions/api/session-queries.js';
import { localised } from '../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { Frame } from '../frame/Frame.js';
import { AgendaPage } from './sessions/AgendaPage.js';
import { Missing } from './sessions/Missing.js';
import { SessionTrail } from './sessions/SessionTrail.js';

const route = getRouteApi('/$language/signed-in/sessions/$session');

/** One session: when it takes place, and what is to be decided. */
export function SessionPage() {
  const text = useText();
  const language = useLanguage();
  const { session: id } = route.useParams();
  const { data: session, error, refetch } = useQuery(sessionQuery(id));
  if (session === undefined) return <Missing title={text('session.list')} error={error} onRetry={() => void refetch()} />;
  return (
    <Frame title={localised(session.title, language).text} trail={<SessionTrail session={session} />}>
      <AgendaPage key={session.id} session={session} />
    </Frame>
  );
}
