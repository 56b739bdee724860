import type { Role } from '@expert-forum/domain';
import type { Text } from '../i18n/use-text.js';

/** How somebody is called in the forum: by the centre, or by the role where there is none. */
export const who = (text: Text, { role, centreCode }: { readonly role: Role; readonly centreCode: string | null }): string =>
  centreCode ?? text(`role.${role}`);
