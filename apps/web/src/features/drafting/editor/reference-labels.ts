import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

export interface Reference {
  readonly section: string;
  readonly paragraph: string;
}

/** What stands in the text in the place of a reference. */
export interface ReferenceLabel {
  readonly text: string;
  /** The first words of the paragraph, or why there are none. */
  readonly hint: string;
  readonly isGone: boolean;
}

/** By `keyOf` a reference; one that is not here is not known yet. */
export type ReferenceLabels = ReadonlyMap<string, ReferenceLabel>;

export const keyOf = ({ section, paragraph }: Reference): string => `${section} ${paragraph}`;

/** The references of a text, each once. */
export function referencesIn(doc: Node): Reference[] {
  const found = new Map<string, Reference>();
  eachReference(doc, (reference) => found.set(keyOf(reference), reference));
  return [...found.values()];
}

function eachReference(doc: Node, visit: (reference: Reference, position: number) => void): void {
  doc.descendants((node, position) => {
    if (node.type.name === 'paragraphReference') visit({ section: String(node.attrs['section']), paragraph: String(node.attrs['paragraph']) }, position);
    return !node.isLeaf;
  });
}

export interface References {
  readonly labels: ReferenceLabels;
  readonly onPressed: (reference: Reference) => void;
}

interface Shown extends References {
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Shown>('referenceLabels');

function decorations(doc: Node, labels: ReferenceLabels): DecorationSet {
  const labelled: Decoration[] = [];
  eachReference(doc, (reference, position) => {
    const label = labels.get(keyOf(reference));
    if (label !== undefined) labelled.push(Decoration.node(position, position + 1, {}, { label }));
  });
  return DecorationSet.create(doc, labelled);
}

/** Writes the labels that the page has found into the references of the text. */
export const referenceLabelsPlugin = (): Plugin<Shown> =>
  new Plugin({
    key,
    state: {
      init: (): Shown => ({ labels: new Map(), onPressed: () => undefined, decorations: DecorationSet.empty }),
      apply(transaction, shown, _before, { doc }) {
        const told: References | undefined = transaction.getMeta(key);
        if (told === undefined && !transaction.docChanged) return shown;
        const references = told ?? shown;
        return { ...references, decorations: decorations(doc, references.labels) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  });

export function showReferences({ view }: Editor, references: References): void {
  view.dispatch(view.state.tr.setMeta(key, references).setMeta('addToHistory', false));
}

export const pressReference = ({ state }: Editor, reference: Reference): void => key.getState(state)?.onPressed(reference);
