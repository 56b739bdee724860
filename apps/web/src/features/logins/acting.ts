import type { CurrentLogin, HeldMandate } from '@expert-forum/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { actingMandateId, actUnder, useActingMandateId } from '../../shared/api/acting-mandate.js';
import { loginQuery } from './api/login-queries.js';

export interface Acting {
  readonly member: CurrentLogin['member'];
  readonly mandates: readonly HeldMandate[];
  /** The mandate this tab speaks under; null when none is in force. */
  readonly mandate: HeldMandate | null;
}

/** The chosen mandate, or the first one when the chosen one is no longer held. */
export const chosenMandate = (mandates: readonly HeldMandate[], id: string | null): HeldMandate | null =>
  mandates.find((mandate) => mandate.id === id) ?? mandates[0] ?? null;

/** Requests name the mandate that is acted under: it has to be one of those in force. */
export function keepToHeldMandate({ mandates }: CurrentLogin): void {
  const id = chosenMandate(mandates, actingMandateId())?.id ?? null;
  if (id !== actingMandateId()) actUnder(id);
}

/** The login of this page; behind the sign-in there always is one. */
export const useLogin = (): CurrentLogin => useSuspenseQuery(loginQuery).data;

/** Who is signed in and under which mandate this tab speaks. For screens behind the sign-in only. */
export function useActing(): Acting {
  const { member, mandates } = useLogin();
  const id = useActingMandateId();
  return { member, mandates, mandate: chosenMandate(mandates, id) };
}

/** The mandate of a screen that is shown under one only: the layout behind the sign-in sees to that. */
export function useMandate(): HeldMandate {
  const { mandate } = useActing();
  if (mandate === null) throw new Error('This screen needs a mandate');
  return mandate;
}
