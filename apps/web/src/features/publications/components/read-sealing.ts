import type { NewPublication } from '@expert-forum/contracts';
import { titleOf, written } from '../../../shared/ui/read-title.js';

export type Sealing = Pick<NewPublication, 'title' | 'slug' | 'confirmation' | 'isCorrection'>;

/** An address is in lower case whatever a phone's keyboard thinks of it. */
export const readSealing = (form: FormData): Sealing => ({
  title: titleOf(form, 'title.'),
  slug: written(form, 'slug').toLowerCase(),
  confirmation: written(form, 'confirmation').toLowerCase(),
  isCorrection: form.get('isCorrection') !== null,
});
