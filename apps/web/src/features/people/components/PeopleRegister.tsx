import type { PeopleView } from '@expert-forum/contracts';
import { type ReactNode, useState } from 'react';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { TextField } from '../../../shared/ui/Field.js';
import { findPeople } from '../register/find-people.js';
import { countCurrent, partsOf, readRegister } from '../register/read-register.js';
import { CentreRows, OfficeRows } from './RegisterRows.js';
import { Contents } from './Contents.js';
import styles from './People.module.css';

interface Props {
  readonly people: PeopleView;
  readonly now: Date;
  /** What has just happened to it, in words. */
  readonly news: string;
  readonly onMember: (id: string) => void;
  readonly onInvite: (centreId: string) => void;
  /** Left out where the reader adds no centres. */
  readonly onAddCentre: ((country: string) => void) | undefined;
  /** What can be done to the register as a whole. */
  readonly children: ReactNode;
}

/** A register as in a printed yearbook: countries, their centres by code, who acts for them; then the offices of the forum. */
export function PeopleRegister({ people, now, news, onMember, onInvite, onAddCentre, children }: Props) {
  const text = useText();
  const [wanted, setWanted] = useState('');
  const whole = readRegister(people, now);
  const left = findPeople(whole, wanted, (role) => text(`role.${role}`));
  const { countries, offices } = left;
  const found = new Set(partsOf(left).flatMap(({ entries }) => entries.map(({ member }) => member.id))).size;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{text('people.title')}</h1>
        <p>{text('people.counts', { centres: people.centres.length, members: countCurrent(partsOf(whole), now) })}</p>
        <div className={styles.tools}>
          <TextField label={text('people.find')} type="search" value={wanted} onChange={({ target }) => setWanted(target.value)} />
          {children}
        </div>
        <p role="status" className={styles.found}>
          {wanted.trim() === '' ? news : text('people.found', { n: found })}
        </p>
      </header>
      <Contents register={whole} now={now} />
      <div className={styles.register}>
        {countries.map(({ country, centres }) => (
          <section key={country.code} id={country.code} aria-labelledby={`name-${country.code}`} className={styles.part}>
            <h2 id={`name-${country.code}`} className={styles.country}>
              <Localised of={country.name} />
            </h2>
            {centres.map((part) => (
              <CentreRows
                key={part.centre.id}
                {...{ part, now, onMember }}
                onInvite={people.centres.length > 1 ? () => onInvite(part.centre.id) : undefined}
              />
            ))}
            {centres.length === 0 && (
              <p className={styles.empty}>
                {text('people.noCentre')}
                {onAddCentre && (
                  <Button look="quiet" onPress={() => onAddCentre(country.code)}>
                    {text('people.addCentre')}
                  </Button>
                )}
              </p>
            )}
          </section>
        ))}
        {offices.length > 0 && (
          <section id="offices" aria-labelledby="name-offices" className={styles.part}>
            <h2 id="name-offices" className={styles.country}>
              {text('people.offices')}
            </h2>
            {offices.map((part) => (
              <OfficeRows key={part.role} part={part} now={now} onMember={onMember} />
            ))}
          </section>
        )}
      </div>
    </div>
  );
}
