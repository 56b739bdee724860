import { jest } from '@jest/globals';
import type { CentreView, MandateView, MemberView, PeopleView } from '@expert-forum/contracts';
import { QueryClient } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInEnglish } from '../../shared/i18n/in-english.fixture.js';
import { People } from './components/People.js';

export const chirchik: CentreView = {
  id: 'c-uzb',
  code: 'UZB-CTP',
  name: { en: 'Chirchik Technology Policy Lab', ja: 'チルチク技術政策ラボ' },
};
export const hokuto: CentreView = { id: 'c-jpn', code: 'JPN-HDP', name: { en: 'Hokuto Digital Policy Lab' } };

export const mandate = (id: string, change: Partial<MandateView> = {}): MandateView => ({
  id,
  role: 'expert',
  centre: chirchik,
  startsAt: '2026-06-06T00:00:00.000Z',
  endsAt: null,
  withdrawnAt: null,
  ...change,
});

export const member = (name: string, mandates: MandateView[], change: Partial<MemberView> = {}): MemberView => ({
  id: `m-${name}`,
  name,
  email: `${name.toLowerCase()}@forum.example`,
  isSuspended: false,
  hasJoined: true,
  mandates,
  ...change,
});

export const timur = member('Timur', [mandate('md-timur')]);
export const kamola = member('Kamola', [mandate('md-kamola', { role: 'focal_point' })]);
export const sevara = member('Sevara', [mandate('md-sevara', { role: 'secretariat', centre: null })]);

export const forum = (...members: MemberView[]): PeopleView => ({
  countries: [
    { code: 'JPN', name: { en: 'Japan' } },
    { code: 'KAZ', name: { en: 'Kazakhstan' } },
    { code: 'UZB', name: { en: 'Uzbekistan' } },
  ],
  centres: [hokuto, chirchik],
  members,
});

export const SECRETARIAT = { role: 'secretariat', centreId: null } as const;
export const FOCAL_POINT = { role: 'focal_point', centreId: chirchik.id } as const;

interface Answer {
  readonly status: number;
  readonly body?: object;
}

/** The people page over a server that answers as it is told, and what it was asked. */
export class PeoplePageOf {
  private readonly answers = new Map<string, Answer>();
  readonly asked: [request: string, body?: unknown][] = [];

  constructor(public people: PeopleView) {
    globalThis.fetch = jest.fn<typeof fetch>(async (path, { method = 'GET', body } = {}) => {
      const request = `${method} ${String(path).replace('/api/v1', '')}`;
      if (method !== 'GET') this.asked.push(body === undefined ? [request] : [request, JSON.parse(String(body))]);
      const register: Answer = { status: 200, body: this.people };
      const { status, body: answer } = request === 'GET /people' ? register : (this.answers.get(request) ?? { status: 204 });
      return { ok: status < 400, status, json: async () => answer } as Response;
    });
  }

  answer(request: string, status: number, body?: object): void {
    this.answers.set(request, body === undefined ? { status } : { status, body });
  }

  refuse(request: string, status: number, code: string, errors: readonly { pointer: string; limit?: number }[] = []): void {
    this.answer(request, status, { status, code, errors });
  }

  async show(actor: Parameters<typeof People>[0]['actor']): Promise<void> {
    await renderInEnglish(<People actor={actor} />, new QueryClient({ defaultOptions: { queries: { retry: false } } }));
    await screen.findByRole('heading', { level: 1 });
  }
}

/** The sheet that lies on top. */
export function sheet() {
  const top = screen.getAllByRole('dialog').at(-1);
  if (top === undefined) throw new Error('no sheet is open');
  return within(top);
}

export const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }));
export const pressInSheet = (name: string): Promise<void> => userEvent.click(sheet().getByRole('button', { name }));

/** The sentence under a field of the sheet. */
export function faultAt(label: string): string {
  const described = sheet().getByLabelText(label).getAttribute('aria-describedby')?.split(' ') ?? [];
  return document.getElementById(described.find((id) => id.endsWith('fault')) ?? '')?.textContent ?? '';
}
