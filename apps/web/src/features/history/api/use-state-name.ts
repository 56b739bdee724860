import { PHASES, type Phase } from '@expert-forum/domain';
import { useCallback } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import type { TextState } from './states.js';

const isPhase = (name: string): name is Phase => PHASES.some((phase) => phase === name);

/** What a state is called, and of when it is. */
export function useStateName(): (state: TextState) => { readonly name: string; readonly at: string | null } {
  const text = useText();
  const { moment } = useTime();
  return useCallback(
    ({ revision }) => {
      if (revision === null) return { name: text('history.now'), at: null };
      const { kind, name } = revision;
      const shown = kind === 'phase' && isPhase(name) ? text(`phase.${name}`) : name;
      return { name: text(`history.kind.${kind}`, { name: shown }), at: moment(revision.createdAt) };
    },
    [text, moment],
  );
}
