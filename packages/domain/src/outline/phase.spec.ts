import { PHASES, phasesByAct, statusOf, transition, type PhaseFacts } from './phase.js';

const facts = (change: Partial<PhaseFacts>): PhaseFacts => ({ phase: 'drafting', openBrackets: 0, blockingPositions: 0, ...change });

describe('phases', () => {
  it('[OU5] a moderator freezes a section by consultation and reopens it by drafting', () => {
    expect(transition(facts({}), 'consultation', 'act')).toEqual({ ok: true, value: 'consultation' });
    expect(transition(facts({ phase: 'consultation' }), 'drafting', 'act')).toEqual({ ok: true, value: 'drafting' });
  });

  it('[OU6] only a recorded decision leads to agreed, and away from it', () => {
    expect(transition(facts({}), 'agreed', 'act')).toMatchObject({ ok: false, problem: 'transition-needs-decision' });
    expect(transition(facts({}), 'agreed', 'decision')).toMatchObject({ ok: true });
    expect(transition(facts({ phase: 'agreed' }), 'drafting', 'act')).toMatchObject({ problem: 'transition-needs-decision' });
  });

  it('[OU7] names the first guard that fails', () => {
    const negotiation = facts({ phase: 'negotiation', openBrackets: 2, blockingPositions: 1 });
    expect(transition(negotiation, 'silence', 'act')).toEqual({ ok: false, problem: 'transition-open-brackets', params: { count: 2 } });
    expect(transition({ ...negotiation, openBrackets: 0 }, 'silence', 'act')).toMatchObject({
      problem: 'transition-blocked-by-position',
    });
    expect(transition({ ...negotiation, openBrackets: 1 }, 'agreed', 'decision')).toMatchObject({ problem: 'transition-open-brackets' });
  });

  it('[OU8] knows no way from a phase to itself or past the machine', () => {
    for (const phase of PHASES) expect(transition(facts({ phase }), phase, 'decision')).toMatchObject({ problem: 'transition-unknown' });
    expect(transition(facts({ phase: 'outline' }), 'silence', 'act')).toMatchObject({ problem: 'transition-unknown' });
  });

  it('offers exactly what the acts allow', () => {
    expect(phasesByAct('drafting')).toEqual(['consultation', 'parked']);
    expect(phasesByAct('agreed')).toEqual([]);
  });

  it('[OU9] derives the status that people see', () => {
    const status = (phase: (typeof PHASES)[number], isAdReferendum = false, openBrackets = 0): string =>
      statusOf({ phase, isAdReferendum, openBrackets });
    expect(status('drafting')).toBe('open');
    expect(status('drafting', false, 1)).toBe('in_brackets');
    expect(status('silence')).toBe('under_silence');
    expect(status('agreed', true)).toBe('agreed_ad_referendum');
    expect(status('agreed')).toBe('agreed');
    expect(status('published', true)).toBe('published');
  });
});
