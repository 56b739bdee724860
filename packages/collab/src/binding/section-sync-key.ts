import { PluginKey } from 'prosemirror-state';

/**
 * Marks editor transactions that show what came from the shared text, and is the origin of Yjs transactions that write what
 * the editor changed.
 */
export const sectionSyncKey = new PluginKey('section-sync');
