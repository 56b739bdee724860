import { describe, expect, it } from '@jest/globals';
import type { SectionDecisionView } from '@expert-forum/contracts';
import { sealOf } from './section-seal.js';

const decision = (over: Partial<SectionDecisionView> = {}): SectionDecisionView => ({
  ...{ id: 'd-1', kind: 'agreed', at: '2026-11-23T10:42:00Z', sectionId: 's-1', sectionNumber: '5.1', sectionTitle: { en: 'Hub' }, text: null },
  ...{ revision: null, centresPresent: [], corrects: null, sessionId: 'session-1', item: 3 },
  ...over,
});

describe('the seal on a section', () => {
  it('[SE18] is that of the decision by which it stands as it does', () => {
    expect(sealOf({ phase: 'agreed' }, [decision()])).toMatchObject({ kind: 'agreed', item: 3, sessionId: 'session-1', at: '2026-11-23T10:42:00Z' });
    expect(sealOf({ phase: 'published' }, [decision({ kind: 'agreed_ad_referendum' }), decision()])).toMatchObject({ kind: 'agreed_ad_referendum' });
  });

  it('[SE18] is on nothing that is not agreed, or that no session agreed', () => {
    expect(sealOf({ phase: 'drafting' }, [decision()])).toBeNull();
    expect(sealOf({ phase: 'agreed' }, [])).toBeNull();
    expect(sealOf({ phase: 'agreed' }, [decision({ kind: 'reopened' }), decision()])).toBeNull();
  });
});
