import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** Android says nothing when a composition is left alone; ProseMirror ends it by a clock of its own. */
const LOOK_MS = 100;

/**
 * Keeps the text still while a letter is being composed in it (Japanese, and most keyboards of phones): redrawn by somebody
 * else's change, the input method would lose its place. `pause` lets received changes wait and answers what ends the wait.
 */
export function composingPlugin(pause: () => () => void): Plugin {
  let end: (() => void) | null = null;
  const begin = (view: EditorView): void => {
    if (end !== null) return;
    const release = pause();
    const looking = setInterval(() => view.composing || end?.(), LOOK_MS);
    end = () => {
      clearInterval(looking);
      end = null;
      release();
    };
  };
  return new Plugin({
    props: { handleDOMEvents: { compositionstart: begin } },
    view: () => ({ destroy: () => end?.() }),
  });
}
