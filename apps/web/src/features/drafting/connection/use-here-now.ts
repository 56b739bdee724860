import type { SectionConnection } from '@expert-forum/collab';
import { ROLES } from '@expert-forum/domain';
import { useCallback, useSyncExternalStore } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';

export interface Present {
  /** Code of the centre, or the role of somebody who acts for none. */
  readonly name: string;
  /** Of the country, as in its strand. */
  readonly colour: string;
}

/** Who else is in the section: each centre once, whatever the number of its people and windows. */
export function useHereNow({ presence }: SectionConnection): readonly Present[] {
  const text = useText();
  const subscribe = useCallback((changed: () => void) => presence.events.on('changed', changed), [presence]);
  const listed = useSyncExternalStore(subscribe, () => presence.people.map(({ label, colour }) => `${label}\n${colour}`).join('\n\n'));
  if (listed === '') return [];
  return [...new Set(listed.split('\n\n'))].sort().map((line) => {
    const [label = '', colour = ''] = line.split('\n');
    const role = ROLES.find((each) => each === label);
    return { name: role === undefined ? label : text(`role.${role}`), colour };
  });
}
