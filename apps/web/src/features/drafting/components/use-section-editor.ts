import type { SectionConnection } from '@expert-forum/collab/client';
import type { Editor } from '@tiptap/core';
import { useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { useSharedDocument } from '../connection/section-facts.js';
import { sectionExtensions } from '../editor/section-extensions.js';
import { drawCaret } from './draw-caret.js';

/** English is the language in which the forum drafts. */
const DRAFTING_LANGUAGE = 'en';

interface Wanted {
  readonly label: string;
  readonly className: string;
  readonly isEditable: boolean;
  readonly onPasteRefused: () => void;
  readonly onChange: () => void;
}

/** An editor of the document the section shows now: made anew with every document, a page while nobody may type in it. */
export function useSectionEditor(section: SectionConnection, { label, className, isEditable, onPasteRefused, onChange }: Wanted): Editor {
  const doc = useSharedDocument(section);
  const editor = useEditor({ extensions: sectionExtensions({ section, drawCaret, onPasteRefused }), editable: isEditable, onUpdate: onChange }, [doc]);
  useEffect(() => {
    const role: Record<string, string> = isEditable ? { role: 'textbox', 'aria-multiline': 'true' } : { role: 'article' };
    editor.setOptions({
      editable: isEditable,
      editorProps: { attributes: { class: className, lang: DRAFTING_LANGUAGE, 'aria-label': label, ...role } },
    });
  }, [className, editor, isEditable, label]);
  useCarriedFocus(editor, isEditable);
  return editor;
}

/** Whoever was in the text when its document was replaced is at the same place of the next one, and loses no key. */
function useCarriedFocus(editor: Editor, isEditable: boolean): void {
  const left = useRef<{ readonly editor: Editor; readonly at: number } | null>(null);
  useEffect(() => {
    const leave = (): void => {
      left.current = { editor, at: editor.state.selection.head };
    };
    // A text that nobody may type in for a moment loses the focus by itself.
    const blur = (): void => (editor.isEditable ? void (left.current = null) : leave());
    const end = (): void => void (editor.isFocused && leave());
    editor.on('blur', blur).on('destroy', end);
    return () => void editor.off('blur', blur).off('destroy', end);
  }, [editor]);
  useEffect(() => {
    if (!isEditable || left.current === null || left.current.editor === editor) return;
    if (document.activeElement === document.body) editor.commands.focus(left.current.at, { scrollIntoView: false });
    left.current = null;
  }, [editor, isEditable]);
}
