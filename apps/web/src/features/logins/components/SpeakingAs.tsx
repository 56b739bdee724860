import type { HeldMandate } from '@expert-forum/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { actUnder } from '../../../shared/api/acting-mandate.js';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { Popover } from '../../../shared/ui/Popover.js';
import hidden from '../../../shared/ui/visually-hidden.module.css';
import { speaksAs } from '../mandate-name.js';
import styles from './SpeakingAs.module.css';

interface Props {
  readonly mandates: readonly HeldMandate[];
  readonly chosen: HeldMandate | null;
}

/** Under which mandate this tab speaks: always visible, and switched here. */
export function SpeakingAs({ mandates, chosen }: Props) {
  const text = useText();
  const client = useQueryClient();
  const group = useId();
  if (chosen === null) return <span className={styles.none}>{text('login.noMandate')}</span>;
  const speakUnder = (mandateId: string): void => {
    void client.cancelQueries(); // what is under way was asked for under the former mandate
    actUnder(mandateId);
  };
  return (
    <Popover name={text('login.speakingAs')} face={<Face who={speaksAs(text, chosen)} />}>
      <fieldset className={styles.mandates}>
        <legend className={hidden.hidden}>{text('login.speakingAs')}</legend>
        {mandates.map((mandate) => (
          <label key={mandate.id}>
            <input type="radio" name={group} checked={mandate.id === chosen.id} onChange={() => speakUnder(mandate.id)} />
            <Mandate mandate={mandate} />
          </label>
        ))}
      </fieldset>
    </Popover>
  );
}

/** On a phone there is room for the name alone; what it says is read out all the same. */
function Face({ who }: { readonly who: string }) {
  const text = useText();
  return (
    <span className={styles.now}>
      <span className={styles.whole}>{text('login.as', { who })}</span>
      <span className={styles.brief} aria-hidden="true">
        {who}
      </span>
    </span>
  );
}

function Mandate({ mandate: { role, centre, endsAt } }: { readonly mandate: HeldMandate }) {
  const text = useText();
  const time = useTime();
  return (
    <span>
      <strong>{centre?.code ?? text(`role.${role}`)}</strong>
      {centre && (
        <>
          {' · '}
          {text(`role.${role}`)}
          <br />
          <Localised of={centre.name} />
        </>
      )}
      {endsAt && <small>{text('people.mandate.until', { day: time.day(endsAt) })}</small>}
    </span>
  );
}
