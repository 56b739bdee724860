import { useEditorState } from '@tiptap/react';
import { useLayoutEffect, useRef } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import styles from './SelectionButton.module.css';
import type { Discussion } from './use-discussion.js';

/** Beside what is selected: the way to comment on it. */
export function SelectionButton({ discussion: { editor, begin, mayOpen } }: { readonly discussion: Discussion }) {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const head = useEditorState({
    editor,
    selector: ({ editor: current }) => (current === null || current.state.selection.empty ? null : current.state.selection.to),
  });
  useLayoutEffect(() => {
    const frame = place.current?.offsetParent?.getBoundingClientRect();
    if (place.current === null || frame === undefined || editor === null || head === null || editor.isDestroyed) return;
    const { bottom, left } = editor.view.coordsAtPos(head);
    place.current.style.insetBlockStart = `${bottom - frame.top}px`;
    place.current.style.insetInlineStart = `${Math.min(left - frame.left, frame.width - place.current.offsetWidth)}px`;
  }, [editor, head]);
  if (editor === null || head === null || !mayOpen.ok) return null;
  return (
    <div ref={place} className={styles.place} onMouseDown={(event) => event.preventDefault()}>
      <Button onPress={begin}>{text('thread.comment')}</Button>
    </div>
  );
}
