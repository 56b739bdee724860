import type { Footnotes } from './footnotes.js';
import type { ResolveReference } from './references.js';

/** What the blocks of a section are rendered with. */
export interface TextPlace {
  /** Number of the section. */
  readonly number: string;
  readonly notes: Footnotes;
  readonly resolve: ResolveReference;
}
