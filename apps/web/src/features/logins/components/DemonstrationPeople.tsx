import type { DemonstrationPerson } from '@expert-forum/contracts';
import { useState } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { TextField } from '../../../shared/ui/Field.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { useSignIn } from '../api/login-queries.js';
import styles from './DemonstrationPeople.module.css';

interface Props {
  readonly people: readonly DemonstrationPerson[];
  readonly onSignedIn: () => void;
}

/** One click signs in as somebody of the demonstration forum, by centre and role. */
export function DemonstrationPeople({ people, onSignedIn }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const signIn = useSignIn(onSignedIn);
  const [wanted, setWanted] = useState('');
  const found = people.filter((person) =>
    `${person.name} ${person.centreCode ?? ''} ${text(`role.${person.role}`)}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  const codes = [...new Set(found.map(({ centreCode }) => centreCode ?? ''))].sort();
  const groups = codes.map((code) => [code, found.filter(({ centreCode }) => (centreCode ?? '') === code)] as const);
  return (
    <section className={styles.people} aria-labelledby="demonstration-people">
      <h2 id="demonstration-people">{text('demo.title')}</h2>
      <p>{text('demo.text')}</p>
      {signIn.isError && <Notice kind="fault">{problemText(signIn.error)}</Notice>}
      <TextField label={text('demo.find')} type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      {groups.length === 0 && <p role="status">{text('demo.none')}</p>}
      <div className={styles.groups}>
        {groups.map(([code, members]) => (
          <section key={code} aria-labelledby={`centre-${code}`}>
            <h3 id={`centre-${code}`} data-country={code.slice(0, 3)}>
              {code || text('demo.withoutCentre')}
            </h3>
            <ul>
              {members.map((person) => (
                <li key={person.mandateId}>
                  <button
                    type="button"
                    aria-label={text('demo.signInAs', { name: person.name, role: text(`role.${person.role}`) })}
                    onClick={() => signIn.mutate({ kind: 'demonstration', mandateId: person.mandateId })}
                  >
                    <span>{person.name}</span>
                    <span className={styles.role}>{text(`role.${person.role}`)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
