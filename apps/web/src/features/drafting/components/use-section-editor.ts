import type { SectionConnection } from '@expert-forum/collab';
import type { Editor } from '@tiptap/core';
import { useEditor } from '@tiptap/react';
import { useEffect } from 'react';
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
  return editor;
}
