import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import { mayPerform, mayType, refused, type Verdict } from '@expert-forum/domain';
import type { Chapter } from './chapters.js';

type Speaker = Pick<HeldMandate, 'id' | 'role'>;

/** Whether somebody in this role keeps any outline: only then are its tools shown. */
export const keepsOutlines = ({ role }: Speaker): boolean => mayPerform('keep-outline', role, { isOwn: true }).ok;

/** May the outline be changed at these nodes? A rapporteur keeps their own section, or chapter; a new chapter has no node yet. */
export function mayKeep({ id, role }: Speaker, ...nodes: readonly SectionView[]): Verdict {
  return mayPerform('keep-outline', role, { isOwn: nodes.some(({ rapporteur }) => rapporteur?.mandateId === id) });
}

/** A chapter goes last: first the sections it holds. */
export function mayRemoveChapter(speaker: Speaker, { chapter, sections }: Chapter): Verdict {
  const verdict = mayKeep(speaker, chapter);
  return verdict.ok && sections.length > 0 ? refused('section-not-empty') : verdict;
}

export const mayCreateDocument = ({ role }: Speaker): boolean => mayPerform('create-document', role, { isOwn: false }).ok;

/** May this mandate type into the section, as things stand? A chapter holds no text. */
export function mayTypeIn({ id, role }: Speaker, { parentId, phase, drafters, rapporteur }: SectionView): Verdict {
  if (parentId === null) return refused('chapter-without-text');
  const facts = { phase, isDrafter: drafters.some(({ mandateId }) => mandateId === id), isRapporteur: rapporteur?.mandateId === id };
  return mayType({ role }, facts);
}
