import type { SectionConnection } from '@expert-forum/collab/client';
import { EditorContent } from '@tiptap/react';
import { useText } from '../../../shared/i18n/use-text.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { type ReferenceTargets, useReferenceLabels } from '../references/use-reference-labels.js';
import { useTextCheck } from '../text-check/use-text-check.js';
import { ChangeNews } from './ChangeNews.js';
import styles from './SectionEditor.module.css';
import { useSectionEditor } from './use-section-editor.js';

interface Props {
  readonly section: SectionConnection;
  readonly label: string;
  readonly targets: ReferenceTargets;
}

const nothing = (): void => undefined;

/** The live text of a section as a page: whoever may type in it does so elsewhere. Mount it when there is text. */
export function SectionReading({ section, label, targets }: Props) {
  const text = useText();
  const editor = useSectionEditor(section, { label, className: styles.text ?? '', isEditable: false, onPasteRefused: nothing, onChange: nothing });
  useReferenceLabels(editor, targets);
  const wasDifferent = useTextCheck(section, targets.sectionId, editor);
  return (
    <div className={styles.editor}>
      {wasDifferent && <Notice>{text('receipt.different')}</Notice>}
      <EditorContent editor={editor} style={{ '--placeholder': JSON.stringify(text('section.empty')), '--unmarked': JSON.stringify(text('footnote.unmarked')) }} />
      <ChangeNews editor={editor} />
    </div>
  );
}
