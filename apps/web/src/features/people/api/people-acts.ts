import type { Invitation, MandateTermChange, NewCentre, NewMandate, OneTimeLink, PeopleView } from '@expert-forum/contracts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../shared/api/request.js';

/** Whom one administers: everybody of the forum, or those of the own centre. Asked for anew whenever it is looked at. */
export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: () => request<PeopleView>('GET', '/people'), staleTime: 0 });

export const createCentre = (centre: NewCentre): Promise<{ id: string }> => request('POST', '/centres', centre);

export const invite = (invitation: Invitation): Promise<OneTimeLink> => request('POST', '/invitations', invitation);

export const grantMandate = (mandate: NewMandate): Promise<{ id: string }> => request('POST', '/mandates', mandate);

export const limitMandate = (mandateId: string, change: MandateTermChange): Promise<void> =>
  request('PATCH', `/mandates/${mandateId}`, change);

export const withdrawMandate = (mandateId: string): Promise<void> => request('POST', `/mandates/${mandateId}/withdrawal`);

export const createPasswordLink = (memberId: string): Promise<OneTimeLink> => request('POST', `/members/${memberId}/password-links`);

export const suspendMember = (memberId: string): Promise<void> => request('POST', `/members/${memberId}/suspension`);

export const readmitMember = (memberId: string): Promise<void> => request('DELETE', `/members/${memberId}/suspension`);
