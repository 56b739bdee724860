export { footnotesIn, type Footnote, type Footnotes } from './footnotes.js';
export { referencesAmong, type NumberedSection, type ResolvedReference, type ResolveReference } from './references.js';
export { renderBlocks } from './render-blocks.js';
export { renderList } from './render-list.js';
export { renderPublication, type PublicationPage } from './render-publication.js';
export { sectionsOf, type ExportedChapter, type ExportedHeading, type ExportedSection, type ExportedText } from './exports/exported-text.js';
export { renderExport } from './exports/render-export.js';
export { renderPlain } from './exports/render-plain.js';
