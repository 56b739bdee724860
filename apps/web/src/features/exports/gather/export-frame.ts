import type { InstallationView } from '@expert-forum/contracts';
import type { ExportedText } from '@expert-forum/rendering';
import type { Language } from '../../../shared/i18n/languages.js';

/** What every file says of where it comes from, whatever it holds. */
export type ExportFrame = Pick<ExportedText, 'language' | 'forum' | 'disclaimer' | 'banner'>;

/** Null until the forum has said what it is called: without its disclaimer no text leaves it. */
export const exportFrame = (installation: InstallationView | undefined, language: Language): ExportFrame | null =>
  installation?.forum ? { language, ...installation.forum, forum: installation.forum.title, banner: installation.demonstration?.banner ?? null } : null;

/** The reader's clock, and when the file is made. */
export const hereAndNow = (): Pick<ExportedText, 'timeZone' | 'madeAt'> => ({
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  madeAt: new Date().toISOString(),
});
