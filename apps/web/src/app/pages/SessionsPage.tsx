import { mayPerform } from '@expert-forum/domain';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMandate } from '../../features/logins/acting.js';
import { planSession } from '../../features/sessions/api/session-acts.js';
import { sessionsQuery } from '../../features/sessions/api/session-queries.js';
import { PlanSheet } from '../../features/sessions/form/PlanSheet.js';
import { groupSessions } from '../../features/sessions/list/group-sessions.js';
import { useProblemText } from '../../shared/api/use-problem-text.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { Button } from '../../shared/ui/Button.js';
import { Notice } from '../../shared/ui/Notice.js';
import { Skeleton } from '../../shared/ui/Skeleton.js';
import { Frame } from '../frame/Frame.js';
import { SessionGroup } from './sessions/SessionGroup.js';
import styles from './sessions/SessionsPage.module.css';

const GROUPS = ['now', 'coming', 'past'] as const;

/** The meetings of the forum: the one that takes place, those to come, those that were. */
export function SessionsPage() {
  const text = useText();
  const language = useLanguage();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const { role } = useMandate();
  const [isPlanning, setPlanning] = useState(false);
  const { data: sessions, error, refetch } = useQuery(sessionsQuery);
  const groups = sessions && groupSessions(sessions);
  return (
    <Frame title={text('session.list')}>
      <div className={styles.page}>
        <header className={styles.head}>
          <h1>{text('session.list')}</h1>
          {mayPerform('run-session', role, { isOwn: true }).ok && <Button onPress={() => setPlanning(true)}>{text('session.plan')}</Button>}
        </header>
        {sessions === undefined && error === null && <Skeleton />}
        {sessions === undefined && error !== null && (
          <Notice kind="fault">
            {problemText(error)} <Button onPress={() => void refetch()}>{text('app.retry')}</Button>
          </Notice>
        )}
        {sessions?.length === 0 && <p>{text('session.none')}</p>}
        {groups && GROUPS.map((group) => groups[group].length > 0 && <SessionGroup key={group} name={group} sessions={groups[group]} />)}
      </div>
      {isPlanning && (
        <PlanSheet
          heading={text('session.plan')}
          act={planSession}
          onDone={({ id }) => void navigate({ to: '/$language/sessions/$session', params: { language, session: id } })}
          onClose={() => setPlanning(false)}
        />
      )}
    </Frame>
  );
}
