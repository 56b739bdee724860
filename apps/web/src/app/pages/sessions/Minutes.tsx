import type { MinutesView } from '@expert-forum/contracts';
import { When } from '../../../features/sessions/components/When.js';
import { DecisionEntry } from '../../../features/sessions/minutes/DecisionEntry.js';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { Button } from '../../../shared/ui/Button.js';
import { CentreCode } from '../../../shared/ui/CentreCode.js';
import styles from './Minutes.module.css';

/** Decisions first, then the items; which centres were there, and never who said what. */
export function Minutes({ minutes }: { readonly minutes: MinutesView }) {
  const text = useText();
  const time = useTime();
  const { title, place, state, openedAt, closedAt, centresPresent, items } = minutes;
  const decided = items.flatMap(({ decisions }, index) => decisions.map((decision) => ({ decision, item: index + 1 })));
  const all = decided.map(({ decision }) => decision);
  return (
    <article className={styles.minutes}>
      <header className={styles.head}>
        <p className={styles.kind}>{text(state === 'closed' ? 'minutes.title' : 'minutes.soFar')}</p>
        <h1>
          <Localised of={title} />
        </h1>
        <dl>
          <dt>{text('session.when')}</dt>
          <dd>
            <When session={minutes} />
            {openedAt && <span className={styles.more}>{text('minutes.opened', { time: time.moment(openedAt) })}</span>}
            {closedAt && <span className={styles.more}>{text('minutes.closed', { time: time.moment(closedAt) })}</span>}
          </dd>
          <dt>{text('session.place')}</dt>
          <dd>{place ?? text('session.online')}</dd>
          <dt>{text('minutes.present', { n: centresPresent.length })}</dt>
          <dd className={styles.codes}>{centresPresent.length === 0 ? text('session.present.none') : centresPresent.map((code) => <CentreCode key={code} code={code} />)}</dd>
        </dl>
        <div className={styles.print}>
          <Button onPress={() => print()}>{text('minutes.print')}</Button>
        </div>
      </header>
      <section aria-labelledby="decisions">
        <h2 id="decisions">{text('minutes.decisions')}</h2>
        {decided.length === 0 && <p>{text('minutes.noDecisions')}</p>}
        <ol className={styles.decisions}>
          {decided.map(({ decision, item }) => (
            <DecisionEntry key={decision.id} decision={decision} item={item} all={all} roll={centresPresent} />
          ))}
        </ol>
      </section>
      <section aria-labelledby="items">
        <h2 id="items">{text('agenda.title')}</h2>
        <ol className={styles.items}>
          {items.map((item, index) => (
            <li key={index}>
              <span>{index + 1}</span>
              <span>
                <Localised of={item.title} />
                {item.outcome && (
                  <span className={styles.more} lang="en">
                    {item.outcome}
                  </span>
                )}
              </span>
              <span className={styles.state}>{text(`agenda.state.${item.state}`)}</span>
            </li>
          ))}
        </ol>
      </section>
      <p className={styles.more}>{text('session.rule')}</p>
    </article>
  );
}
