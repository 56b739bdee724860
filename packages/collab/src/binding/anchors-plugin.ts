import type { WordPlaces } from '@expert-forum/contracts';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type * as Y from 'yjs';
import { EditorWords } from '../anchors/editor-words.js';
import { sectionSyncKey } from './section-sync-key.js';

/** Words that something is said about. */
export interface AnchoredWords {
  readonly id: string;
  readonly anchor: WordPlaces;
  /** Id of the element that shows what is said about them; null where none does. */
  readonly details: string | null;
}

/** Where they are shown now, in positions of the editor. */
export interface ShownWords {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** What the editor is to show. */
export interface Anchors {
  readonly words: readonly AnchoredWords[];
  /** Stands out. */
  readonly chosen: string | null;
  /** Words were pressed; of several that lie over each other the shortest. */
  readonly onPressed: (id: string) => void;
}

interface Shown {
  readonly anchors: Anchors;
  readonly decorations: DecorationSet;
  /** Text was changed by others, or where words are: they may be elsewhere now. */
  readonly isStale: boolean;
}

const anchorsKey = new PluginKey<Shown>('anchors');
const LOOK_MS = 150;
const NOTHING: Anchors = { words: [], chosen: null, onPressed: () => undefined };

/**
 * Marks the words that threads are about. While one types the marks move with the letters, which costs nothing; the anchors are
 * looked up again, a moment later and all at once, only when text was changed where words are, or by others. To be listed after
 * the section sync plugin.
 */
export const anchorsPlugin = (body: Y.XmlFragment): Plugin<Shown> =>
  new Plugin<Shown>({
    key: anchorsKey,
    state: {
      init: () => ({ anchors: NOTHING, decorations: DecorationSet.empty, isStale: false }),
      apply(transaction, shown, _before, { doc }) {
        const anchors: Anchors | undefined = transaction.getMeta(anchorsKey);
        if (anchors !== undefined) return { anchors, decorations: DecorationSet.create(doc, decorationsOf(new EditorWords(body, doc), anchors)), isStale: false };
        if (!transaction.docChanged || shown.anchors.words.length === 0) return shown;
        const decorations = shown.decorations.map(transaction.mapping, doc);
        return { ...shown, decorations, isStale: shown.isStale || mayHaveMoved(transaction, shown.decorations) };
      },
    },
    props: {
      decorations: (state) => anchorsKey.getState(state)?.decorations,
      handleClick(view, position) {
        const [pressed] = shownWords(view.state, position).sort((a, b) => a.to - a.from - (b.to - b.from));
        if (pressed !== undefined) anchorsKey.getState(view.state)?.anchors.onPressed(pressed.id);
        return false;
      },
    },
    view(view) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = (): void => {
        timer = undefined;
        const shown = anchorsKey.getState(view.state);
        if (shown?.isStale !== true) return;
        if (view.composing) timer = setTimeout(look, LOOK_MS); // nothing may move where a letter is being composed
        else showAnchors(view, shown.anchors);
      };
      return {
        update: () => {
          if (anchorsKey.getState(view.state)?.isStale === true) timer ??= setTimeout(look, LOOK_MS);
        },
        destroy: () => clearTimeout(timer),
      };
    },
  });

/** Looks up anchors in a text that is in step with the editor, and marks their words. */
export function showAnchors(view: Pick<EditorView, 'state' | 'dispatch'>, anchors: Anchors): void {
  view.dispatch(view.state.tr.setMeta(anchorsKey, anchors).setMeta('addToHistory', false));
}

/** Words as they are shown, in the order of the text; at one position, or all of them. Those that are gone are not among them. */
export function shownWords(state: EditorState, position?: number): ShownWords[] {
  const found = anchorsKey.getState(state)?.decorations.find(position, position) ?? [];
  return found.map(({ from, to, spec }) => ({ id: String(spec['id']), from, to })).sort((a, b) => a.from - b.from || a.to - b.to);
}

function decorationsOf(text: EditorWords, { words, chosen }: Anchors): Decoration[] {
  return words.flatMap(({ id, anchor, details }) => {
    const range = text.show(anchor);
    if (range === null) return [];
    const attributes = { class: id === chosen ? 'commented-words chosen-words' : 'commented-words', ...(details !== null && { 'aria-details': details }) };
    return [Decoration.inline(range.from, range.to, attributes, { id })];
  });
}

/** What others write may move words anywhere; one's own typing only where they are. */
function mayHaveMoved(transaction: Transaction, decorations: DecorationSet): boolean {
  if (transaction.getMeta(sectionSyncKey) === true || transaction.steps.length > 1) return true;
  let isTouched = false;
  transaction.mapping.maps[0]?.forEach((from, to) => (isTouched ||= decorations.find(from, to).length > 0));
  return isTouched;
}
