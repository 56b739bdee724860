import { mayRecordAgreement, mayReopen, type AgreementFacts, type CorrectionFacts } from './agreement.js';

const second = (number: number): Date => new Date(Date.UTC(2026, 10, 24, 10, 0, number));
const section = { phase: 'drafting', openBrackets: 0, blockingPositions: 0 } as const;
const agreement: AgreementFacts = {
  session: 'open',
  item: 'active',
  hasSection: true,
  section,
  call: { closesAt: second(10), stoppedAt: null, hash: 'h7' },
  at: second(10),
  seen: { seq: 7, hash: 'h7' },
  head: { seq: 7, hash: 'h7' },
};

describe('mayRecordAgreement', () => {
  it('[SE8] after a call that ran its time on the very words without an objection, from whatever phase leads there', () => {
    for (const phase of ['drafting', 'consultation', 'negotiation', 'silence'] as const) {
      expect(mayRecordAgreement({ ...agreement, section: { ...section, phase } })).toEqual({ ok: true });
    }
  });

  it.each<[string, Partial<AgreementFacts>, object]>([
    ['session-state-unfit', { session: 'suspended' }, { state: 'suspended' }],
    ['item-state-unfit', { item: 'pending' }, { state: 'pending' }],
    ['item-without-section', { hasSection: false }, {}],
    ['transition-unknown', { section: { ...section, phase: 'agreed' } }, {}],
    ['transition-open-brackets', { section: { ...section, openBrackets: 2 } }, { count: 2 }],
    ['call-missing', { call: null }, {}],
    ['call-running', { at: second(7) }, { seconds: 3 }],
    ['call-objected', { call: { closesAt: second(10), stoppedAt: second(4), hash: 'h7' } }, {}],
  ])('[SE8] refuses %s', (problem, change, params) => {
    const verdict = mayRecordAgreement({ ...agreement, ...change });
    expect(verdict).toMatchObject({ ok: false, problem, ...(Object.keys(params).length > 0 && { params }) });
  });

  it('[SE9] refuses a text that moved since the moderator saw it, or since it was asked about', () => {
    const moved = { ok: false, problem: 'text-moved', params: { seq: 8 } };
    const head = { seq: 8, hash: 'h8' };
    expect(mayRecordAgreement({ ...agreement, head })).toEqual(moved);
    expect(mayRecordAgreement({ ...agreement, head, seen: head })).toEqual(moved);
    expect(mayRecordAgreement({ ...agreement, seen: { seq: 7, hash: 'other' } })).toMatchObject({ problem: 'text-moved' });
  });

  it('[SE9] takes words that came back to what was asked about', () => {
    const head = { seq: 9, hash: 'h7' };
    expect(mayRecordAgreement({ ...agreement, head, seen: head })).toEqual({ ok: true });
    expect(mayRecordAgreement({ ...agreement, head })).toMatchObject({ problem: 'text-moved' });
  });
});

describe('mayReopen', () => {
  const correction: CorrectionFacts = { session: 'open', kind: 'agreed', isLatest: true, section: { ...section, phase: 'agreed' } };

  it('[SE11] by a further decision, to drafting or negotiation', () => {
    expect(mayReopen(correction, 'drafting')).toEqual({ ok: true });
    expect(mayReopen({ ...correction, kind: 'agreed_ad_referendum' }, 'negotiation')).toEqual({ ok: true });
  });

  it('[SE11] refuses what is not the last decision, reopened already, or no longer agreed', () => {
    expect(mayReopen({ ...correction, isLatest: false }, 'drafting')).toMatchObject({ problem: 'decision-unfit' });
    expect(mayReopen({ ...correction, kind: 'reopened' }, 'drafting')).toMatchObject({ problem: 'decision-unfit' });
    expect(mayReopen({ ...correction, section: { ...section, phase: 'consultation' } }, 'negotiation')).toMatchObject({ problem: 'decision-unfit' });
    expect(mayReopen({ ...correction, session: 'closed' }, 'drafting')).toMatchObject({ problem: 'session-state-unfit' });
  });
});
