import type { SectionConnection } from '@expert-forum/collab/client';
import type { DrafterView, SectionView } from '@expert-forum/contracts';
import { mayPerform, type Role } from '@expert-forum/domain';
import type { ReactNode } from 'react';
import { HereNow } from '../../../features/drafting/components/HereNow.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { CentreCode } from '../../../shared/ui/CentreCode.js';
import styles from './AboutSection.module.css';
import { DraftersDoor } from './DraftersDoor.js';
import { PhaseActs } from './PhaseActs.js';

interface Props {
  readonly section: SectionView;
  /** Null while the device is being opened. */
  readonly connection: SectionConnection | null;
  readonly role: Role;
}

/** What the margin says of a section while nobody has written notes: its phase, who answers for it, who writes, who is here. */
export function AboutSection({ section, connection, role }: Props) {
  const text = useText();
  const time = useTime();
  const { phase, phaseChangedAt, rapporteur, drafters } = section;
  const may = (action: 'change-phase' | 'name-drafters'): boolean => mayPerform(action, role, { isOwn: true }).ok;
  return (
    <section aria-label={text('section.about')} className={styles.about}>
      <Fact name={text('section.phase')}>
        <p>
          <strong>{text(`phase.${phase}`)}</strong> {text('section.since', { time: time.moment(phaseChangedAt) })}
        </p>
        {may('change-phase') && <PhaseActs section={section} />}
      </Fact>
      <Fact name={text('overview.rapporteur')}>
        <p>{rapporteur?.memberName ?? text('overview.noDrafters')}</p>
      </Fact>
      <Fact name={text('overview.drafters')}>
        {drafters.length === 0 ? <p>{text(phase === 'drafting' ? 'drafters.none' : 'overview.noDrafters')}</p> : <Drafters drafters={drafters} />}
        {may('name-drafters') && <DraftersDoor section={section} />}
      </Fact>
      {connection && (
        <Fact name={text('presence.title')}>
          <HereNow section={connection} />
        </Fact>
      )}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <h2>{name}</h2>
      {children}
    </div>
  );
}

/** By centre, in the order of codes: countries stand in English alphabetical order in every language. */
function Drafters({ drafters }: { readonly drafters: readonly DrafterView[] }) {
  const centres = [...new Set(drafters.map(({ centreCode }) => centreCode))].sort();
  return (
    <dl className={styles.drafters}>
      {centres.map((code) => (
        <div key={code}>
          <dt>
            <CentreCode code={code} />
          </dt>
          <dd>
            {drafters
              .filter(({ centreCode }) => centreCode === code)
              .map(({ memberName }) => memberName)
              .join(', ')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
