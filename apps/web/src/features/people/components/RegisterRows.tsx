import type { LocalisedTitle, MemberView } from '@expert-forum/contracts';
import { Foreign, Localised } from '../../../shared/i18n/Localised.js';
import { LANGUAGES } from '../../../shared/i18n/languages.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { CentreCode } from '../../../shared/ui/CentreCode.js';
import type { CentrePart, Entry, OfficePart } from '../register/read-register.js';
import { isCurrent } from '../register/standing.js';
import { MemberState } from './MemberState.js';
import styles from './RegisterRows.module.css';
import { Term } from './Term.js';

interface Common {
  readonly now: Date;
  readonly onMember: (id: string) => void;
}

interface CentreProps extends Common {
  readonly part: CentrePart;
  /** Left out where there is but one centre to invite to. */
  readonly onInvite: (() => void) | undefined;
}

/** A centre: its code hanging in the margin, its name, and who acts or acted for it. */
export function CentreRows({ part: { centre, entries }, onInvite, ...common }: CentreProps) {
  const text = useText();
  return (
    <section className={styles.rows} aria-labelledby={`name-${centre.id}`}>
      <p className={styles.hanging}>
        <CentreCode code={centre.code} />
      </p>
      <div>
        <div className={styles.title}>
          <h3 id={`name-${centre.id}`} className={styles.name}>
            <Localised of={centre.name} />
          </h3>
          {onInvite && (
            <Button look="quiet" label={text('people.inviteTo', { code: centre.code })} onPress={onInvite}>
              {text('people.invite')}
            </Button>
          )}
        </div>
        <OtherNames of={centre.name} />
        {entries.length === 0 && <p className={styles.empty}>{text('people.noMembers')}</p>}
        <Entries entries={entries} hasRoles {...common} />
      </div>
    </section>
  );
}

/** An office of the forum: its role hanging in the margin, and who holds or held it. */
export function OfficeRows({ part: { role, entries }, ...common }: Common & { readonly part: OfficePart }) {
  const text = useText();
  return (
    <section className={styles.rows} aria-labelledby={`office-${role}`}>
      <h3 id={`office-${role}`} className={styles.hanging}>
        {text(`role.${role}`)}
      </h3>
      <Entries entries={entries} {...common} />
    </section>
  );
}

/** The names in the other languages: no edition is a translation of the other. */
function OtherNames({ of }: { readonly of: LocalisedTitle }) {
  const page = useLanguage();
  const others = LANGUAGES.filter((language) => language !== page && of[language] !== undefined && of[page] !== undefined);
  if (others.length === 0) return null;
  return (
    <p className={styles.others}>
      {others.map((language) => (
        <span key={language}>
          <Foreign language={language}>{of[language] ?? ''}</Foreign>
        </span>
      ))}
    </p>
  );
}

interface EntriesProps extends Common {
  readonly entries: readonly Entry[];
  /** Where the part does not say the role already. */
  readonly hasRoles?: boolean;
}

function Entries({ entries, hasRoles = false, now, onMember }: EntriesProps) {
  const text = useText();
  return (
    <ul className={styles.entries}>
      {entries.map(({ member, mandates }) => (
        <li key={member.id} className={mandates.some((mandate) => isCurrent(mandate, now)) ? styles.entry : styles.former}>
          <Name member={member} onMember={onMember} />
          <ul className={styles.mandates}>
            {mandates.map((mandate) => (
              <li key={mandate.id}>
                {hasRoles && <span>{text(`role.${mandate.role}`)}</span>}
                <Term mandate={mandate} now={now} />
              </li>
            ))}
            {(member.isSuspended || !member.hasJoined) && (
              <li>
                <MemberState member={member} />
              </li>
            )}
          </ul>
          <span className={styles.email}>{member.email}</span>
        </li>
      ))}
    </ul>
  );
}

const Name = ({ member: { id, name }, onMember }: { readonly member: MemberView; readonly onMember: (id: string) => void }) => (
  <button type="button" aria-haspopup="dialog" className={styles.member} onClick={() => onMember(id)}>
    {name}
  </button>
);
