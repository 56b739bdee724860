import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { minutesQuery } from '../../features/sessions/api/session-queries.js';
import { localised } from '../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { Frame } from '../frame/Frame.js';
import { useRunningHead } from './section/use-running-head.js';
import { Minutes } from './sessions/Minutes.js';
import { Missing } from './sessions/Missing.js';
import { SessionTrail } from './sessions/SessionTrail.js';

const route = getRouteApi('/$language/signed-in/sessions/$session/minutes');

/** What a session decided, on a page that can be printed. */
export function SessionMinutesPage() {
  const text = useText();
  const language = useLanguage();
  const { session: id } = route.useParams();
  const { data: minutes, error, refetch } = useQuery(minutesQuery(id));
  const title = minutes ? localised(minutes.title, language).text : text('minutes.title');
  useRunningHead(`${text('minutes.title')} · ${title}`);
  if (minutes === undefined) return <Missing title={title} error={error} onRetry={() => void refetch()} />;
  return (
    <Frame title={`${text('minutes.title')} · ${title}`} trail={<SessionTrail session={minutes} page={text('minutes.title')} />}>
      <Minutes minutes={minutes} />
    </Frame>
  );
}
