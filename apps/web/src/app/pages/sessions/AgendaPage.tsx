import type { SessionView } from '@expert-forum/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMandate } from '../../../features/logins/acting.js';
import { ZoneTable } from '../../../features/sessions/agenda/ZoneTable.js';
import { StateMark } from '../../../features/sessions/components/StateMark.js';
import { When } from '../../../features/sessions/components/When.js';
import { Localised } from '../../../shared/i18n/Localised.js';
import { OtherTitles } from '../../../shared/i18n/OtherTitles.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { AgendaItems } from './AgendaItems.js';
import styles from './AgendaPage.module.css';
import { CalendarButton } from './CalendarButton.js';
import { PrepareActs } from './PrepareActs.js';
import { PrepareAgenda } from './PrepareAgenda.js';

/** What will be decided when, in the reader's own time; for a moderator, where it is prepared. */
export function AgendaPage({ session }: { readonly session: SessionView }) {
  const text = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const mandate = useMandate();
  const [isPreparing, setPreparing] = useState(false);
  const { id, title, place, state, chair } = session;
  const params = { language, session: id };
  return (
    <div className={styles.columns}>
      <header className={styles.head}>
        <StateMark state={state} />
        <h1>
          <Localised of={title} />
        </h1>
        <OtherTitles of={title} />
        <dl className={styles.facts}>
          <div>
            <dt>{text('session.when')}</dt>
            <dd>
              <When session={session} />
            </dd>
          </div>
          <div>
            <dt>{text('session.place')}</dt>
            <dd>{place ?? text('session.online')}</dd>
          </div>
          <div>
            <dt>{text('session.chair')}</dt>
            <dd>{chair.memberName}</dd>
          </div>
        </dl>
        <div className={styles.acts}>
          {state === 'closed' ? (
            <Link to="/$language/sessions/$session/minutes" params={params} className={styles.way}>
              {text('minutes.title')}
            </Link>
          ) : (
            <Link to="/$language/sessions/$session/room" params={params} className={state === 'planned' ? styles.way : styles.main}>
              {text('session.enter')}
            </Link>
          )}
          <PrepareActs
            session={session}
            mandate={mandate}
            isPreparing={isPreparing}
            onPrepare={() => setPreparing(true)}
            onOpened={() => void navigate({ to: '/$language/sessions/$session/room', params })}
          />
        </div>
      </header>
      <section className={styles.agenda} aria-labelledby="agenda">
        <h2 id="agenda">{text('agenda.title')}</h2>
        {isPreparing ? <PrepareAgenda session={session} onClose={() => setPreparing(false)} /> : <AgendaItems session={session} />}
      </section>
      <aside className={styles.about} aria-label={text('session.about')}>
        <ZoneTable session={session} />
        <CalendarButton session={session} />
      </aside>
    </div>
  );
}
