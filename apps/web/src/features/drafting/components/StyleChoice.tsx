import type { Editor } from '@tiptap/core';
import { useRef } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { HEADING_LEVELS } from '../editor/blocks.js';
import { setStyle } from '../editor/toolbar-acts.js';
import type { BlockStyle } from '../editor/toolbar-state.js';
import styles from './Toolbar.module.css';

interface Props {
  readonly editor: Editor;
  readonly style: BlockStyle;
}

/** Text or a heading of three levels. Chosen with a pointer, the caret goes on in the text; with keys, the focus stays. */
export function StyleChoice({ editor, style }: Props) {
  const text = useText();
  const isByPointer = useRef(false);
  return (
    <select
      className={styles.style}
      aria-label={text('toolbar.style')}
      title={text('toolbar.style')}
      value={style}
      onPointerDown={() => (isByPointer.current = true)}
      onKeyDown={() => (isByPointer.current = false)}
      onChange={({ target }) => {
        setStyle(editor, HEADING_LEVELS.find((level) => String(level) === target.value) ?? 'paragraph');
        if (isByPointer.current) editor.commands.focus();
      }}
    >
      <option value="paragraph">{text('toolbar.paragraph')}</option>
      {HEADING_LEVELS.map((level) => (
        <option key={level} value={level}>
          {text('toolbar.heading', { level })}
        </option>
      ))}
    </select>
  );
}
