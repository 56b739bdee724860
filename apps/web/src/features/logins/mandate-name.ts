import type { HeldMandate } from '@expert-forum/contracts';
import type { Text } from '../../shared/i18n/use-text.js';
import { who } from '../../shared/ui/who.js';

/** How somebody speaks: as the centre, or in the role where there is none. */
export const speaksAs = (text: Text, { role, centre }: HeldMandate): string => who(text, { role, centreCode: centre?.code ?? null });
