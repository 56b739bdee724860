import { addColumn, addRow, removeColumn, removeRow, removeTable, tablePlace } from '@expert-forum/collab/editor';
import type { Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { useRef } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { run } from '../editor/table-blocks.js';
import styles from './TableTools.module.css';
import toolbarStyles from './Toolbar.module.css';
import { ToolIcon } from './ToolIcon.js';
import { useRovingFocus } from './use-roving-focus.js';

const ACTS = {
  rowBefore: addRow('before'),
  rowAfter: addRow('after'),
  columnBefore: addColumn('before'),
  columnAfter: addColumn('after'),
  removeRow,
  removeColumn,
  removeTable,
} as const satisfies Record<string, Command>;

export type TableAct = keyof typeof ACTS;

const GROUPS: readonly (readonly TableAct[])[] = [['rowBefore', 'rowAfter', 'removeRow'], ['columnBefore', 'columnAfter', 'removeColumn'], ['removeTable']];

/** What can be done with the table at the caret; null where there is none. */
const possible = ({ state }: Editor): Readonly<Record<TableAct, boolean>> | null =>
  tablePlace(state.selection.$from) && mapAct((act) => ACTS[act](state));

const mapAct = <T,>(value: (act: TableAct) => T): Record<TableAct, T> => ({
  rowBefore: value('rowBefore'),
  rowAfter: value('rowAfter'),
  columnBefore: value('columnBefore'),
  columnAfter: value('columnAfter'),
  removeRow: value('removeRow'),
  removeColumn: value('removeColumn'),
  removeTable: value('removeTable'),
});

/** The tools of the table in which the caret stands. */
export function TableTools({ editor }: { readonly editor: Editor }) {
  const can = useEditorState({ editor, selector: ({ editor: current }) => possible(current) });
  return can && <Tools editor={editor} can={can} />;
}

function Tools({ editor, can }: { readonly editor: Editor; readonly can: Readonly<Record<TableAct, boolean>> }) {
  const text = useText();
  const toolbar = useRef<HTMLDivElement>(null);
  const move = useRovingFocus(toolbar);
  return (
    <div
      ref={toolbar}
      role="toolbar"
      aria-label={text('toolbar.table')}
      className={`${toolbarStyles.toolbar} ${styles.tools}`}
      onKeyDown={(event) => (event.key === 'Escape' ? editor.commands.focus() : move(event))}
    >
      <span aria-hidden="true">{text('toolbar.table')}</span>
      {GROUPS.map((acts) => (
        <div key={acts[0]} className={toolbarStyles.group}>
          {acts.map((act) => (
            <button
              key={act}
              type="button"
              title={text(`table.${act}`)}
              aria-label={text(`table.${act}`)}
              aria-disabled={!can[act] || undefined}
              onMouseDown={(event) => event.preventDefault()} // the caret stays in the cell
              onClick={() => run(editor, ACTS[act])}
            >
              <ToolIcon of={act} />
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
