import type { SessionSummary } from '@expert-forum/contracts';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { useSpan } from '../components/use-span.js';
import { ZONES } from './zones.js';
import styles from './ZoneTable.module.css';

interface Props {
  readonly session: Pick<SessionSummary, 'startsAt' | 'endsAt'>;
}

/** When the session takes place in a city of each country. */
export function ZoneTable({ session }: Props) {
  const text = useText();
  return (
    <table className={styles.zones}>
      <caption>{text('agenda.zones')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('agenda.city')}</th>
          <th scope="col">{text('agenda.time')}</th>
          <th scope="col">{text('agenda.offset')}</th>
        </tr>
      </thead>
      <tbody>
        {ZONES.map((each) => (
          <Zone key={each.city} of={each} session={session} />
        ))}
      </tbody>
    </table>
  );
}

function Zone({ of: { city, zone }, session }: Props & { readonly of: (typeof ZONES)[number] }) {
  const text = useText();
  const { offset } = useTime(zone);
  const span = useSpan(zone);
  return (
    <tr>
      <th scope="row">{text(`agenda.city.${city}`)}</th>
      <td>{span(session)}</td>
      <td className={styles.offset}>{offset(session.startsAt)}</td>
    </tr>
  );
}
