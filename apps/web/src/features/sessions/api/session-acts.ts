import type { AgendaItemInput, PlanSession, SessionPlan } from '@expert-forum/contracts';
import type { SessionAct } from '@expert-forum/domain';
import { request, requestText } from '../../../shared/api/request.js';
import type { Language } from '../../../shared/i18n/languages.js';

export const planSession = (session: PlanSession): Promise<{ id: string }> => request('POST', '/sessions', session);

export const editSession = (sessionId: string, plan: SessionPlan): Promise<void> => request('PUT', `/sessions/${sessionId}`, plan);

export const setAgenda = (sessionId: string, items: readonly AgendaItemInput[]): Promise<void> => request('PUT', `/sessions/${sessionId}/agenda`, { items });

export const doToSession = (sessionId: string, act: SessionAct): Promise<void> => request('POST', `/sessions/${sessionId}/${act}`);

export const takeChair = (sessionId: string): Promise<void> => request('POST', `/sessions/${sessionId}/chair`);

/** The session for a calendar (RFC 5545). */
export const calendarOf = (sessionId: string, language: Language): Promise<string> => requestText(`/sessions/${sessionId}/calendar.ics?language=${language}`);
