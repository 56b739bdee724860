import type { CentreView } from '@expert-forum/contracts';
import { actsForCentre, type Actor, entrustableRoles, type Role } from '@expert-forum/domain';
import { useState } from 'react';
import { localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { ChoiceField } from '../../../shared/ui/Field.js';
import { dayOf } from '../register/days.js';
import { DayField } from './DayField.js';
import type { Faults } from './SheetForm.js';
import styles from './SheetForm.module.css';

interface Props {
  readonly actor: Pick<Actor, 'role' | 'centreId'>;
  readonly centres: readonly CentreView[];
  /** Chosen beforehand; the reader may choose another. */
  readonly centreId?: string | undefined;
  readonly faults: Faults;
}

/** What is entrusted, for which centre and for how long; only what the actor may entrust is offered. */
export function GrantFields({ actor, centres, centreId, faults }: Props) {
  const text = useText();
  const language = useLanguage();
  const [role, setRole] = useState<Role>('expert');
  const [today] = useState(() => dayOf(new Date()));
  const roles = entrustableRoles(actor);
  const isChoice = roles.length > 1;
  return (
    <>
      {isChoice && (
        <ChoiceField
          label={text('people.invite.role')}
          name="role"
          value={role}
          onChange={({ target }) => setRole(roles.find((each) => each === target.value) ?? role)}
          fault={faults['role']}
        >
          {roles.map((each) => (
            <option key={each} value={each}>
              {text(`role.${each}`)}
            </option>
          ))}
        </ChoiceField>
      )}
      {isChoice && actsForCentre(role) && (
        <ChoiceField label={text('people.invite.centre')} name="centreId" defaultValue={centreId ?? ''} fault={faults['centreId']}>
          <option value="">{text('people.invite.chooseCentre')}</option>
          {centres.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {code} · {localised(name, language).text}
            </option>
          ))}
        </ChoiceField>
      )}
      {!isChoice && (
        <>
          <input type="hidden" name="role" value={roles[0]} />
          <input type="hidden" name="centreId" value={actor.centreId ?? ''} />
        </>
      )}
      <div className={styles.pair}>
        <DayField
          name="startsAt"
          label={text('people.mandate.starts')}
          whenEmpty={text('people.mandate.now')}
          fault={faults['startsAt']}
        />
        <DayField
          name="endsAt"
          label={text('people.mandate.ends')}
          whenEmpty={text('people.mandate.optional')}
          first={today}
          fault={faults['endsAt']}
        />
      </div>
    </>
  );
}
