import { Plugin } from 'prosemirror-state';
import type * as Y from 'yjs';
import { noticeSelection } from './notice-selection.js';
import { SectionBinding } from './section-binding.js';
import { sectionSyncKey } from './section-sync-key.js';

/** Binds an editor to the shared text of a section, `doc.getXmlFragment('body')`. Mount it after the section is synced (R7). */
export const sectionSyncPlugin = (body: Y.XmlFragment): Plugin =>
  new Plugin({
    key: sectionSyncKey,
    // Keys that were pressed while the page was busy come before the news of where the last of them led.
    props: { handleDOMEvents: { keydown: noticeSelection } },
    view(view) {
      const binding = new SectionBinding(body, view, () => noticeSelection(view));
      return {
        update: (_view, before) => binding.editorChanged(before),
        destroy: () => binding.destroy(),
      };
    },
  });
