import type { MandateView } from '@expert-forum/contracts';
import { useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { limitMandate } from '../api/people-acts.js';
import { DayField } from '../form/DayField.js';
import { written } from '../../../shared/ui/read-title.js';
import { type Faults, SheetForm } from '../form/SheetForm.js';
import { dayOf, endOf, lastHeld } from '../register/days.js';

interface Props {
  readonly mandate: MandateView;
  readonly holder: string;
  readonly onClose: () => void;
}

/** Until when a mandate holds. A day that has passed is none to choose: ending at once is a withdrawal, and says so. */
export function TermSheet({ mandate: { id, role, startsAt, endsAt }, holder, onClose }: Props) {
  const text = useText();
  const time = useTime();
  const [today] = useState(() => dayOf(new Date()));
  const check = (form: FormData): Faults => (written(form, 'endsAt') < today ? { endsAt: text('people.mandate.past') } : {});
  return (
    <Sheet title={text('people.mandate.limitOf', { role: text(`role.${role}`), name: holder })} onClose={onClose} isFirm>
      <SheetForm
        name={text('app.save')}
        required={['endsAt']}
        check={check}
        send={(form) => limitMandate(id, { endsAt: endOf(written(form, 'endsAt')).toISOString() })}
        places={{ 'dates-reversed': 'endsAt' }}
        onDone={onClose}
        onClose={onClose}
      >
        {(faults) => (
          <>
            <p>{text('people.mandate.from', { day: time.day(startsAt) })}</p>
            <DayField
              name="endsAt"
              label={text('people.mandate.ends')}
              whenEmpty={text('people.mandate.lastDay')}
              first={today}
              initial={endsAt === null ? '' : dayOf(lastHeld(endsAt))}
              fault={faults['endsAt']}
            />
          </>
        )}
      </SheetForm>
    </Sheet>
  );
}
