import { Localised } from '../../../shared/i18n/Localised.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { countCurrent, type Register } from '../register/read-register.js';
import styles from './Contents.module.css';

/** The parts of the register and how many members each has. */
export function Contents({ register: { countries, offices }, now }: { readonly register: Register; readonly now: Date }) {
  const text = useText();
  if (countries.length + offices.length < 2) return <div />;
  return (
    <nav aria-label={text('people.contents')} className={styles.contents}>
      <ul>
        {countries.map(({ country, centres }) => (
          <li key={country.code}>
            <a href={`#${country.code}`}>
              <Localised of={country.name} />
            </a>
            <Count n={countCurrent(centres, now)} />
          </li>
        ))}
        {offices.length > 0 && (
          <li>
            <a href="#offices">{text('people.offices')}</a>
            <Count n={countCurrent(offices, now)} />
          </li>
        )}
      </ul>
    </nav>
  );
}

function Count({ n }: { readonly n: number }) {
  const text = useText();
  return (
    <span role="img" aria-label={text('people.members', { n })}>
      {n}
    </span>
  );
}
