import type { CurrentLogin, HeldMandate } from '@expert-forum/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useActingMandateId } from '../../shared/api/acting-mandate.js';
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

/** Who is signed in and under which mandate this tab speaks. For screens behind the sign-in only. */
export function useActing(): Acting {
  const { data } = useSuspenseQuery(loginQuery);
  const id = useActingMandateId();
  return { member: data.member, mandates: data.mandates, mandate: chosenMandate(data.mandates, id) };
}
