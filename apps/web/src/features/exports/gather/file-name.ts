import type { ExportedText } from '@expert-forum/rendering';

/** `5.1-2026-11-23.html`, `whole-text-2026-11-23.txt`: what it is and of which day, and nothing a file system would refuse. */
export const fileName = (text: ExportedText, ending: 'html' | 'txt'): string =>
  `${text.kind === 'section' ? `section-${text.section.number}` : 'whole-text'}-${text.madeAt.slice(0, 10)}.${ending}`;
