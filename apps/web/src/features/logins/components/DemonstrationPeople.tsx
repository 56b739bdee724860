import type { DemonstrationPerson } from '@expert-forum/contracts';
import { useState } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { type Text, useText } from '../../../shared/i18n/use-text.js';
import { CentreCode } from '../../../shared/ui/CentreCode.js';
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
  const groups = byCentre(people.filter((person) => isMeant(person, wanted, text)));
  return (
    <section className={styles.people} aria-labelledby="demonstration-people">
      <h2 id="demonstration-people">{text('demo.title')}</h2>
      <p>{text('demo.text')}</p>
      <TextField label={text('demo.find')} type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      {signIn.isError && <Notice kind="fault">{problemText(signIn.error)}</Notice>}
      {groups.length === 0 && <p role="status">{text('demo.none')}</p>}
      <div className={styles.groups}>
        {groups.map(([code, members]) => (
          <section key={code} aria-labelledby={`centre-${code}`}>
            <h3 id={`centre-${code}`}>{code ? <CentreCode code={code} /> : text('demo.withoutCentre')}</h3>
            <ul>
              {members.map((person) => (
                <li key={person.mandateId}>
                  <button
                    type="button"
                    aria-label={text('demo.signInAs', { name: person.name, role: text(`role.${person.role}`) })}
                    aria-disabled={signIn.isPending || undefined}
                    onClick={() => !signIn.isPending && signIn.mutate({ kind: 'demonstration', mandateId: person.mandateId })}
                  >
                    <span>{person.name}</span>{' '}
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

/** Every word that is looked for stands in the name, the centre or the role. */
function isMeant({ name, centreCode, role }: DemonstrationPerson, wanted: string, text: Text): boolean {
  const said = `${name} ${centreCode ?? text('demo.withoutCentre')} ${text(`role.${role}`)}`.toLowerCase();
  return wanted.toLowerCase().split(/\s+/).every((word) => said.includes(word));
}

/** Offices of the forum first, then centres by their codes. */
function byCentre(people: readonly DemonstrationPerson[]): (readonly [code: string, members: DemonstrationPerson[]])[] {
  const codes = [...new Set(people.map(({ centreCode }) => centreCode ?? ''))].sort();
  return codes.map((code) => [code, people.filter(({ centreCode }) => (centreCode ?? '') === code)]);
}
