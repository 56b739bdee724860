import { ROLES } from '@expert-forum/domain';
import { keepsOutlines, mayCreateDocument, mayKeep, mayRemoveChapter, mayTypeIn } from './outline-rights.js';
import { chapterOf, drafted, node, own, speaker } from './outline.fixture.js';

const NOT_ALLOWED = expect.objectContaining({ ok: false, problem: 'not-allowed' });

describe('who changes the outline', () => {
  it('[OU3] is a moderator everywhere, a rapporteur somewhere, and nobody else', () => {
    expect(ROLES.filter((role) => keepsOutlines(speaker(role)))).toEqual(['moderator', 'rapporteur']);
    expect(ROLES.filter((role) => mayKeep(speaker(role), node('1')).ok)).toEqual(['moderator']);
  });

  it('[OU3] is the rapporteur in the own chapter, and in a section that is theirs', () => {
    const rapporteur = speaker('rapporteur');
    expect(mayKeep(rapporteur, node('3', own)).ok).toBe(true);
    expect(mayKeep(rapporteur, node('3.1'), node('3', own)).ok).toBe(true);
    expect(mayKeep(rapporteur, node('3.1', own), node('3')).ok).toBe(true);
    expect(mayKeep(rapporteur, node('3.1'), node('3'))).toEqual(NOT_ALLOWED);
  });

  it('[OU3] is the moderator alone where a chapter or a document is added', () => {
    expect(ROLES.filter((role) => mayKeep(speaker(role)).ok)).toEqual(['moderator']);
    expect(ROLES.filter((role) => mayCreateDocument(speaker(role)))).toEqual(['moderator']);
  });

  it('[OU4] removes the sections of a chapter before the chapter', () => {
    expect(mayRemoveChapter(speaker('moderator'), chapterOf(node('3'), node('3.1')))).toEqual({ ok: false, problem: 'section-not-empty' });
    expect(mayRemoveChapter(speaker('moderator'), chapterOf(node('3'))).ok).toBe(true);
    expect(mayRemoveChapter(speaker('rapporteur'), chapterOf(node('3'), node('3.1')))).toEqual(NOT_ALLOWED);
  });
});

describe('who is told that they may type', () => {
  it('[OU10] is a drafter and the rapporteur, while the section is in drafting', () => {
    expect(mayTypeIn(speaker('expert'), node('5.2', drafted)).ok).toBe(true);
    expect(mayTypeIn(speaker('rapporteur'), node('5.2', own)).ok).toBe(true);
    expect(mayTypeIn(speaker('expert'), node('5.2'))).toMatchObject({ problem: 'not-a-drafter' });
    expect(mayTypeIn(speaker('moderator'), node('5.2', drafted))).toMatchObject({ problem: 'not-a-drafter' });
  });

  it('[OU11] is nobody in another phase', () => {
    expect(mayTypeIn(speaker('expert'), node('5.2', { ...drafted, phase: 'consultation' }))).toMatchObject({ problem: 'section-frozen' });
  });

  it('[OU15] is nobody in a chapter', () => {
    expect(mayTypeIn(speaker('rapporteur'), node('5', own))).toMatchObject({ problem: 'chapter-without-text' });
  });
});
