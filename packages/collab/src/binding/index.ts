export { sectionSyncKey } from './section-sync-key.js';
export { sectionSyncPlugin } from './section-sync-plugin.js';
export { SectionBinding, type BoundEditor } from './section-binding.js';
export { paragraphIdsPlugin } from './paragraph-ids-plugin.js';
export { composingPlugin } from './composing-plugin.js';
export { cursorsPlugin, type DrawCaret } from './cursors-plugin.js';
export { OwnUndo } from './own-undo.js';
export { readSection } from './read-section.js';
export { toEditorPosition, toSharedPosition } from './positions.js';
