import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { TextField } from '../../../shared/ui/Field.js';
import { beginningOf } from '../register/days.js';

interface Props {
  readonly name: 'startsAt' | 'endsAt';
  readonly label: string;
  /** What is meant when no day is chosen. */
  readonly whenEmpty?: string;
  readonly fault: string | undefined;
  readonly first?: string;
  readonly initial?: string;
}

/** A calendar day. Which moment it stands for is said in words, in the reader's own time. */
export function DayField({ name, label, whenEmpty, fault, first, initial = '' }: Props) {
  const text = useText();
  const time = useTime();
  const intl = useIntl();
  const [day, setDay] = useState(initial);
  const meaning = (): string => {
    const at = beginningOf(day);
    const zone = intl.formatDateToParts(at, { timeZoneName: 'shortGeneric' }).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return text(name === 'startsAt' ? 'people.mandate.fromDay' : 'people.mandate.throughDay', { day: time.day(at), zone });
  };
  return (
    <TextField
      type="date"
      {...{ name, label, fault }}
      hint={day === '' ? whenEmpty : meaning()}
      min={first}
      max="9999-12-31"
      value={day}
      onChange={(event) => setDay(event.target.value)}
    />
  );
}
