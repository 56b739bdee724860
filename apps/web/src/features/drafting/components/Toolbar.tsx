import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type RefObject, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { ACTS, type Tool } from '../editor/toolbar-acts.js';
import { shownKeys, SHORTCUTS, spokenKeys } from '../editor/shortcuts.js';
import { toolbarState, type ToolbarState } from '../editor/toolbar-state.js';
import { ReferenceSheet } from '../references/ReferenceSheet.js';
import type { ReferenceTargets } from '../references/use-reference-labels.js';
import { type InsertSheet, InsertTools } from './InsertTools.js';
import { LinkSheet } from './LinkSheet.js';
import { StyleChoice } from './StyleChoice.js';
import styles from './Toolbar.module.css';
import { ToolIcon } from './ToolIcon.js';
import { useRovingFocus } from './use-roving-focus.js';

interface Props {
  readonly editor: Editor;
  readonly toolbar: RefObject<HTMLDivElement | null>;
  readonly targets: ReferenceTargets;
}

const GROUPS: readonly (readonly Tool[])[] = [['bold', 'italic'], ['bulletList', 'orderedList', 'blockquote']];

/** The tools of the text: one stop for Tab, arrows inside, Esc back into the text. */
export function Toolbar({ editor, toolbar, targets }: Props) {
  const text = useText();
  const move = useRovingFocus(toolbar);
  const state = useEditorState({ editor, selector: ({ editor: current }) => toolbarState(current) });
  const [open, setOpen] = useState<InsertSheet | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <div
        ref={toolbar}
        role="toolbar"
        aria-label={text('toolbar.label')}
        className={styles.toolbar}
        onKeyDown={(event) => (event.key === 'Escape' ? editor.commands.focus() : move(event))}
      >
        <StyleChoice editor={editor} style={state.style} />
        {GROUPS.map((tools) => (
          <div key={tools[0]} className={styles.group}>
            {tools.map((tool) => (
              <ToolButton key={tool} tool={tool} editor={editor} state={state} />
            ))}
          </div>
        ))}
        <InsertTools editor={editor} isLink={state.link} onOpen={setOpen} />
        <div className={styles.group}>
          <ToolButton tool="undo" editor={editor} state={state} />
          <ToolButton tool="redo" editor={editor} state={state} />
        </div>
      </div>
      {open === 'link' && <LinkSheet editor={editor} onClose={close} />}
      {open === 'reference' && <ReferenceSheet editor={editor} sectionId={targets.sectionId} sections={targets.sections} onClose={close} />}
    </>
  );
}

interface ToolProps {
  readonly tool: Tool;
  readonly editor: Editor;
  readonly state: ToolbarState;
}

function ToolButton({ tool, editor, state }: ToolProps) {
  const text = useText();
  const name = text(tool === 'blockquote' ? 'toolbar.quote' : `toolbar.${tool}`);
  const isPressed = tool === 'undo' || tool === 'redo' ? undefined : state[tool];
  const isEmpty = (tool === 'undo' && !state.canUndo) || (tool === 'redo' && !state.canRedo);
  return (
    <button
      type="button"
      title={text('toolbar.withKeys', { name, keys: shownKeys(SHORTCUTS[tool]) })}
      aria-label={name}
      aria-keyshortcuts={spokenKeys(SHORTCUTS[tool])}
      aria-pressed={isPressed}
      aria-disabled={isEmpty || undefined}
      onMouseDown={(event) => event.preventDefault()} // the caret stays in the text
      onClick={() => isEmpty || ACTS[tool](editor)}
    >
      <ToolIcon of={tool} />
    </button>
  );
}
