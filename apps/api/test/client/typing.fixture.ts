import { newParagraphId } from '@expert-forum/collab';
import type { SectionConnection } from '@expert-forum/collab/client';
import * as Y from 'yjs';

/** Adds a paragraph at the end. */
export function type(section: SectionConnection, words: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.setAttribute('id', newParagraphId());
  paragraph.insert(0, [new Y.XmlText(words)]);
  section.doc.getXmlFragment('body').push([paragraph]);
}

export const textOf = (section: SectionConnection): string => section.doc.getXmlFragment('body').toString();

/** Resolves when the section says what is waited for. */
export async function until(section: SectionConnection, isSo: () => boolean): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (!isSo()) return;
      ends.forEach((end) => end());
      section.doc.off('update', look);
      resolve();
    };
    const ends = [section.on('status', look), section.on('replaced', look), section.on('tray', look)];
    section.doc.on('update', look);
  });
}
