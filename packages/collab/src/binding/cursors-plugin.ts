import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import * as Y from 'yjs';
import type { Cursor, Person, Presence } from '../client/presence.js';
import { noticeSelection } from './notice-selection.js';
import { toEditorPosition, toSharedPosition } from './positions.js';
import { sectionSyncKey } from './section-sync-key.js';

const cursorsKey = new PluginKey<DecorationSet>('cursors');

const LATER_MS = 200;

/** How a colleague's caret looks: an element that takes no room in the line. */
export type DrawCaret = (person: Person) => HTMLElement;

/**
 * Shows where others are and tells them where this editor's selection is while it has the focus (R9). To be listed after the
 * section sync plugin, which brings the shared text up to date first.
 */
export const cursorsPlugin = (body: Y.XmlFragment, presence: Pick<Presence, 'people' | 'events' | 'move'>, drawCaret: DrawCaret): Plugin => {
  const decorations = (state: EditorState): DecorationSet =>
    DecorationSet.create(state.doc, presence.people.flatMap((person) => decorationsOf(body, state, person, drawCaret)));

  return new Plugin<DecorationSet>({
    key: cursorsKey,
    state: {
      init: (_config, state) => decorations(state),
      apply(transaction, shown, _before, state) {
        const isNews = transaction.getMeta(cursorsKey) === true || transaction.getMeta(sectionSyncKey) === true;
        return isNews ? decorations(state) : shown.map(transaction.mapping, transaction.doc);
      },
    },
    props: {
      decorations: (state) => cursorsKey.getState(state),
      handleDOMEvents: {
        focus: (view) => presence.move(cursorOf(body, view)),
        blur: () => presence.move(null),
      },
    },
    view(view) {
      let later: ReturnType<typeof setTimeout> | undefined;
      const show = (): void => {
        clearTimeout(later);
        if (view.composing) return void (later = setTimeout(show, LATER_MS)); // nothing may move where a letter is being composed
        noticeSelection(view);
        view.dispatch(view.state.tr.setMeta(cursorsKey, true));
      };
      const end = presence.events.on('changed', show);
      return {
        update(_view, before) {
          const hasMoved = !before.selection.eq(view.state.selection) || before.doc !== view.state.doc;
          if (hasMoved && view.hasFocus()) presence.move(cursorOf(body, view));
        },
        destroy() {
          end();
          clearTimeout(later);
          presence.move(null);
        },
      };
    },
  });
};

function cursorOf(body: Y.XmlFragment, { state: { doc, selection } }: EditorView): Cursor | null {
  const anchor = toSharedPosition(body, doc, selection.anchor);
  const head = toSharedPosition(body, doc, selection.head);
  return anchor && head && { anchor: Y.relativePositionToJSON(anchor), head: Y.relativePositionToJSON(head) };
}

function decorationsOf(body: Y.XmlFragment, { doc }: EditorState, person: Person, drawCaret: DrawCaret): Decoration[] {
  if (person.cursor === null) return [];
  const anchor = positionOf(body, doc, person.cursor.anchor);
  const head = positionOf(body, doc, person.cursor.head);
  if (head === null) return [];
  const caret = Decoration.widget(head, () => drawCaret(person), { key: `${person.connection} ${person.label} ${person.colour}`, side: 10 });
  if (anchor === null || anchor === head) return [caret];
  const attributes = { class: 'colleague-selection', style: `--colleague: ${person.colour}` };
  return [caret, Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), attributes)];
}

/** Null for a place that is gone or that another person's program made up. */
function positionOf(body: Y.XmlFragment, doc: EditorState['doc'], place: unknown): number | null {
  try {
    return toEditorPosition(body, doc, Y.createRelativePositionFromJSON(place));
  } catch {
    return null;
  }
}
