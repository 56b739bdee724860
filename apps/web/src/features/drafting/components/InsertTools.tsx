import { insertFootnote, insertTable } from '@expert-forum/collab/editor';
import type { Editor } from '@tiptap/core';
import { useText } from '../../../shared/i18n/use-text.js';
import { shownKeys, spokenKeys } from '../editor/shortcuts.js';
import { run } from '../editor/table-blocks.js';
import styles from './Toolbar.module.css';
import { ToolIcon } from './ToolIcon.js';

const FOOTNOTE_KEYS = 'Mod-Alt-F';
/** What most tables of a text begin with: a row of headings and two rows. */
const [ROWS, COLUMNS] = [3, 3];

/** What asks for more before it is put into the text. */
export type InsertSheet = 'link' | 'reference';

interface Props {
  readonly editor: Editor;
  readonly isLink: boolean;
  readonly onOpen: (sheet: InsertSheet) => void;
}

/** What is put into the text: links, footnotes, references and tables. */
export function InsertTools({ editor, isLink, onOpen }: Props) {
  const text = useText();
  return (
    <div className={styles.group}>
      <button type="button" title={text('toolbar.link')} aria-label={text('toolbar.link')} aria-pressed={isLink} aria-haspopup="dialog" onClick={() => onOpen('link')}>
        <ToolIcon of="link" />
      </button>
      <button
        type="button"
        title={text('toolbar.withKeys', { name: text('toolbar.footnote'), keys: shownKeys(FOOTNOTE_KEYS) })}
        aria-label={text('toolbar.footnote')}
        aria-keyshortcuts={spokenKeys(FOOTNOTE_KEYS)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => run(editor, insertFootnote) && editor.commands.focus()}
      >
        <ToolIcon of="footnote" />
      </button>
      <button type="button" title={text('toolbar.reference')} aria-label={text('toolbar.reference')} aria-haspopup="dialog" onClick={() => onOpen('reference')}>
        <ToolIcon of="reference" />
      </button>
      <button
        type="button"
        title={text('toolbar.table')}
        aria-label={text('toolbar.table')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => run(editor, insertTable(ROWS, COLUMNS)) && editor.commands.focus()}
      >
        <ToolIcon of="table" />
      </button>
    </div>
  );
}
