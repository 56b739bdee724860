import type { Person, SectionConnection } from '@expert-forum/collab';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect } from 'react';
import { sectionExtensions } from '../editor/section-extensions.js';
import styles from './SectionEditor.module.css';

interface Props {
  readonly section: SectionConnection;
  readonly label: string;
}

/** The text of a section; made anew with every document the connection shows. Mount it when there is text. */
export function SectionEditor({ section, label }: Props) {
  const { isEditable } = section.statusDetails;
  const editor = useEditor(
    {
      extensions: sectionExtensions({ body: section.doc.getXmlFragment('body'), presence: section.presence, drawCaret }),
      editable: isEditable,
      editorProps: { attributes: { class: styles.text ?? '', 'aria-label': label, 'aria-multiline': 'true', role: 'textbox' } },
    },
    [section.doc],
  );
  useEffect(() => editor.setEditable(isEditable, false), [editor, isEditable]);
  return <EditorContent editor={editor} />;
}

/** Thin, with the code of the centre; what a screen reader is told of others stands beside the text. */
function drawCaret({ label, colour }: Person): HTMLElement {
  const caret = document.createElement('span');
  caret.className = styles.caret ?? '';
  caret.style.setProperty('--colleague', colour);
  caret.setAttribute('aria-hidden', 'true');
  caret.dataset['caret'] = label;
  return caret;
}
