import { describe, expect, it } from '@jest/globals';
import { after, call, decision, item, section } from '../session.fixture.js';
import { lastEvent, latestDecision, shownItem, shownSection } from './table.js';

const sections = [section('s-1', { phase: 'agreed' }), section('s-2'), section('s-3')];

describe('what everybody in the room looks at', () => {
  it('[SE4] is the item on the table; between two, the one that left it last; before the first, none', () => {
    const left = [item('a', { activatedAt: after(60), state: 'decided' }), item('b', { activatedAt: after(120), state: 'deferred' }), item('c')];
    expect(shownItem([...left, item('d', { activatedAt: after(30), state: 'active' })])?.id).toBe('d');
    expect(shownItem(left)?.id).toBe('b');
    expect(shownItem([item('c')])).toBeNull();
  });

  it('[SE6] is the section that is asked about, whatever a reader was looking at', () => {
    const on = item('a', { sections });
    const look = { sectionId: 's-3', after: lastEvent(on, null) };
    expect(shownSection(on, null, null)?.id).toBe('s-2');
    expect(shownSection(on, null, look)?.id).toBe('s-3');
    expect(shownSection(on, call({ sectionId: 's-2' }), look)?.id).toBe('s-2');
  });

  it('[SE10] stays the section that was decided, so that the seal is seen', () => {
    const decided = item('a', { sections, decisions: [decision({ sectionId: 's-1' })] });
    expect(shownSection(decided, null, { sectionId: 's-3', after: 'call-1' })?.id).toBe('s-1');
    expect(shownSection(item('a'), null, null)).toBeNull();
  });

  it('[SE11] stands by the last decision about the section', () => {
    const corrected = item('a', { decisions: [decision(), decision({ id: 'd-2', kind: 'reopened', corrects: 'd-1' }), decision({ id: 'd-3', sectionId: 's-9' })] });
    expect(latestDecision(corrected, 's-5.4')?.id).toBe('d-2');
    expect(latestDecision(corrected, 's-1')).toBeNull();
  });
});
