import { useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { TextField } from '../../../shared/ui/Field.js';
import { HOST_ZONE } from '../agenda/zones.js';
import { instantOf, localMoment } from './moment.js';

interface Props {
  readonly name: 'startsAt' | 'endsAt';
  readonly label: string;
  readonly present: string | undefined;
  readonly fault: string | undefined;
}

/** A moment by the reader's clock; what the host's clock then shows is said beneath. */
export function MomentField({ name, label, present, fault }: Props) {
  const text = useText();
  const host = useTime(HOST_ZONE);
  const [local, setLocal] = useState(present === undefined ? '' : localMoment(present));
  const at = instantOf(local);
  return (
    <TextField
      type="datetime-local"
      {...{ name, label, fault }}
      hint={at === '' ? text('session.plan.ownClock') : text('session.plan.atHost', { time: host.moment(at) })}
      max="9999-12-31T23:59"
      value={local}
      onChange={(event) => setLocal(event.target.value)}
    />
  );
}
