import type { SectionConnection } from '@expert-forum/collab/client';
import type { Editor } from '@tiptap/core';
import { EditorContent } from '@tiptap/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { useSectionFact } from '../connection/section-facts.js';
import { type ReferenceTargets, useReferenceLabels } from '../references/use-reference-labels.js';
import { ChangeNews } from './ChangeNews.js';
import styles from './SectionEditor.module.css';
import { useTextCheck } from '../text-check/use-text-check.js';
import { TableTools } from './TableTools.js';
import { Toolbar } from './Toolbar.js';
import { useKeyboardInset } from './use-keyboard-inset.js';
import { useSectionEditor } from './use-section-editor.js';

interface Props {
  readonly section: SectionConnection;
  readonly label: string;
  /** Stands in the place of the tools for those who read. */
  readonly reading: string;
  /** At the end of the strip of tools. */
  readonly door: ReactNode;
  /** Under the strip, in sight wherever in the text somebody is. */
  readonly news: ReactNode;
  /** The editor, whenever it is another one; null when it goes. */
  readonly onEditor?: (editor: Editor | null) => void;
  readonly targets: ReferenceTargets;
}

/** The text of a section, and its tools while it may be typed in; otherwise a page. Mount it when there is text. */
export function SectionEditor({ section, label, reading, door, news, onEditor, targets }: Props) {
  const text = useText();
  const isEditable = useSectionFact(section, (status) => status.isEditable);
  const toolbar = useRef<HTMLDivElement>(null);
  const [isPasteRefused, setPasteRefused] = useState(false);
  const editor = useSectionEditor(section, {
    label,
    className: styles.text ?? '',
    isEditable,
    onPasteRefused: () => setPasteRefused(true),
    onChange: () => setPasteRefused(false),
  });
  useEffect(() => {
    onEditor?.(editor);
    return () => onEditor?.(null);
  }, [editor, onEditor]);
  useReferenceLabels(editor, targets);
  const wasDifferent = useTextCheck(section, targets.sectionId, editor);
  useKeyboardInset();
  return (
    <div className={styles.editor}>
      <div className={styles.strip} data-editable={isEditable}>
        <div className={styles.tools}>
          {isEditable ? <Toolbar editor={editor} toolbar={toolbar} targets={targets} /> : <p>{reading}</p>}
          {door}
        </div>
        {isEditable && <TableTools editor={editor} />}
        {news}
        {wasDifferent && <Notice>{text('receipt.different')}</Notice>}
        {isPasteRefused && <Notice kind="fault">{text('editor.pasteShortened')}</Notice>}
      </div>
      <EditorContent
        editor={editor}
        style={{ '--placeholder': JSON.stringify(text(isEditable ? 'section.emptyWritable' : 'section.empty')), '--unmarked': JSON.stringify(text('footnote.unmarked')) }}
        onKeyDown={({ altKey, key }) => {
          if (altKey && key === 'F10') toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
        }}
      />
      <ChangeNews editor={editor} />
    </div>
  );
}
