import { useQuery } from '@tanstack/react-query';
import { type ExportFrame, exportFrame } from '../../../features/exports/gather/export-frame.js';
import { installationQuery } from '../../../features/logins/api/login-queries.js';
import { useLanguage } from '../../../shared/i18n/use-text.js';

/** Name, disclaimer and banner of the forum, in the reader's language. */
export function useExportFrame(): ExportFrame | null {
  const language = useLanguage();
  const { data } = useQuery(installationQuery);
  return exportFrame(data, language);
}
