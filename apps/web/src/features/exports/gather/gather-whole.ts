import { hashOfHashes } from '@expert-forum/collab';
import { keptText, openDevice, type Identity } from '@expert-forum/collab/client';
import type { DocumentTextPage, OutlineView, SectionView } from '@expert-forum/contracts';
import type { ExportedSection, ExportedText } from '@expert-forum/rendering';
import { Unreachable } from '../../../shared/api/problem-error.js';
import { request } from '../../../shared/api/request.js';
import { type ExportFrame, hereAndNow } from './export-frame.js';

export interface WholeSource {
  readonly outline: OutlineView;
  readonly identity: Identity;
  /** Nobody answers: what the device has kept is all there is. */
  readonly isCut: boolean;
}

/** Sections that have been read, by their ids. */
type Read = ReadonlyMap<string, ExportedSection>;

/** The whole text as the forum has it or, where it does not answer, as far as this device has kept it (EX7). */
export async function gatherWhole(frame: ExportFrame, source: WholeSource): Promise<ExportedText> {
  const asked = source.isCut ? null : await askForum(source.outline.document.id).catch(keptInstead);
  if (asked !== null) return { ...wholeOf(frame, asked.outline, asked.read), isOfflineCopy: false, missing: [] };
  const read = await askDevice(source);
  const missing = withText(source.outline).filter(({ id }) => !read.has(id));
  return { ...wholeOf(frame, source.outline, read), isOfflineCopy: true, missing: missing.map(({ number, title }) => ({ number, title })) };
}

function keptInstead(error: unknown): null {
  if (error instanceof Unreachable) return null;
  throw error;
}

/** The outline is asked for last: it knows the chapter of each section that was read. */
async function askForum(documentId: string): Promise<{ outline: OutlineView; read: Read }> {
  const sections: [string, ExportedSection][] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: DocumentTextPage = await request('GET', `/documents/${documentId}/text${after && `?after=${after}`}`);
    const readAt = new Date().toISOString();
    sections.push(...page.sections.map((section): [string, ExportedSection] => [section.id, { ...section, readAt }]));
    after = page.next;
  }
  return { outline: await request('GET', `/documents/${documentId}/outline`), read: new Map(sections) };
}

async function askDevice({ outline, identity }: WholeSource): Promise<Read> {
  const { storage } = await openDevice();
  const sections = new Map<string, ExportedSection>();
  for (const { id, number, title, phase, isAdReferendum } of withText(outline)) {
    const kept = await keptText(storage, { ...identity, sectionId: id });
    if (kept !== null) sections.set(id, { id, number, title, phase, isAdReferendum, ...kept, readAt: new Date(kept.at).toISOString() });
  }
  return sections;
}

const withText = ({ sections }: OutlineView): SectionView[] => sections.filter(({ parentId }) => parentId !== null);

function wholeOf(frame: ExportFrame, outline: OutlineView, read: Read) {
  const chapters = outline.sections
    .filter(({ parentId }) => parentId === null)
    .map(({ id, number, title }) => ({ number, title, sections: withText(outline).flatMap((section) => (section.parentId === id ? (read.get(section.id) ?? []) : [])) }))
    .filter(({ sections }) => sections.length > 0);
  const hash = hashOfHashes(chapters.flatMap(({ sections }) => sections.map((section) => section.hash)));
  return { ...frame, ...hereAndNow(), kind: 'whole' as const, document: outline.document.title, chapters, hash };
}
