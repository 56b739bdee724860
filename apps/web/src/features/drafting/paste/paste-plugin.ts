import { Plugin } from '@tiptap/pm/state';
import { LIMITS } from '@expert-forum/domain';
import { cleanPastedHtml } from './clean-pasted-html.js';
import { fits } from './paste-limits.js';

/** Takes from what is pasted or dropped what a section can hold, and refuses as a whole what is too long for it. */
export const pastePlugin = (onRefused: () => void): Plugin =>
  new Plugin({
    props: {
      transformPastedHTML: cleanPastedHtml,
      handleDOMEvents: {
        // Before anything is parsed: a whole book would keep the page busy for minutes.
        paste(_view, event) {
          const words = event.clipboardData?.getData('text/plain') ?? '';
          if (words.length <= LIMITS.document.characters) return false;
          event.preventDefault();
          onRefused();
          return true;
        },
      },
      handlePaste(view, _event, slice) {
        if (fits(view.state, slice)) return false;
        onRefused();
        return true;
      },
      handleDrop(view, _event, slice, isMoved) {
        if (isMoved || fits(view.state, slice)) return false;
        onRefused();
        return true;
      },
    },
  });
