import type { HeldMandate } from '@expert-forum/contracts';
import { useId } from 'react';
import { actUnder } from '../../../shared/api/acting-mandate.js';
import { type Text, useText } from '../../../shared/i18n/use-text.js';
import hidden from '../../../shared/ui/visually-hidden.module.css';
import styles from './SpeakingAs.module.css';

interface Props {
  readonly mandates: readonly HeldMandate[];
  readonly chosen: HeldMandate | null;
}

/** Under which mandate this tab speaks: always visible, and switched here. */
export function SpeakingAs({ mandates, chosen }: Props) {
  const text = useText();
  const id = useId();
  if (chosen === null) return <span className={styles.none}>{text('login.noMandate')}</span>;
  return (
    <span className={styles.speaking}>
      <label htmlFor={id} className={hidden.hidden}>
        {text('login.speakingAs')}
      </label>
      <select id={id} value={chosen.id} onChange={(event) => actUnder(event.target.value)}>
        {mandates.map((mandate) => (
          <option key={mandate.id} value={mandate.id}>
            {text('login.as', { who: mandateName(text, mandate) })}
          </option>
        ))}
      </select>
    </span>
  );
}

const mandateName = (text: Text, { role, centre }: HeldMandate): string =>
  centre === null ? text(`role.${role}`) : `${centre.code} · ${text(`role.${role}`)}`;
