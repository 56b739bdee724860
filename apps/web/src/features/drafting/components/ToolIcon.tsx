import type { Tool } from '../editor/toolbar-acts.js';
import type { TableAct } from './TableTools.js';

export type Icon = Tool | TableAct | 'link' | 'footnote' | 'reference' | 'table';

const PATHS: Readonly<Record<Icon, string>> = {
  bold: 'M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6zM4 4h2M4 16h2',
  italic: 'M8 4h6M6 16h6M11.5 4l-3 12',
  bulletList: 'M8 5h9M8 10h9M8 15h9M3.5 5h1M3.5 10h1M3.5 15h1',
  orderedList: 'M9 5h8M9 10h8M9 15h8M3 4.2l1.4-.7v3.8M3 12.6c.2-.9 2.2-.9 2.2.2 0 .8-2.2 1.3-2.2 2.7h2.4',
  blockquote: 'M4 4v12M8 6h9M8 10h9M8 14h6',
  undo: 'M7 4L3 8l4 4M3.5 8H12a4.5 4.5 0 0 1 0 9H9',
  redo: 'M13 4l4 4-4 4M16.5 8H8a4.5 4.5 0 0 0 0 9h3',
  footnote: 'M3 15l3.6-9h.8L11 15M4.2 12h5.6M14 4.5l2-1.2V10',
  reference: 'M12.5 5.5a2.5 2.5 0 0 0-5 .3c0 2.6 5 2.6 5 5.4a2.5 2.5 0 0 1-1.5 2.2M7.5 14.5a2.5 2.5 0 0 0 5-.3c0-2.6-5-2.6-5-5.4A2.5 2.5 0 0 1 9 6.6',
  table: 'M3 4h14v12H3zM3 8h14M8 4v12M12.5 8v8',
  rowBefore: 'M3 12h14v5H3zM10 12v5M10 3v6M7 6h6',
  rowAfter: 'M3 3h14v5H3zM10 3v5M10 11v6M7 14h6',
  removeRow: 'M3 7h14v6H3zM7 10h6',
  columnBefore: 'M12 3v14h5V3zM12 10h5M3 10h6M6 7v6',
  columnAfter: 'M3 3v14h5V3zM3 10h5M11 10h6M14 7v6',
  removeColumn: 'M7 3v14h6V3zM8.5 10h3',
  removeTable: 'M3 4h14v12H3zM7 7.5l6 5M13 7.5l-6 5',
  link: 'M8.5 11.5a3.2 3.2 0 0 0 4.7.2l2.4-2.4a3.2 3.2 0 0 0-4.5-4.5L9.8 6M11.5 8.5a3.2 3.2 0 0 0-4.7-.2l-2.4 2.4a3.2 3.2 0 0 0 4.5 4.5l1.3-1.2',
};

export const ToolIcon = ({ of }: { readonly of: Icon }) => (
  <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" strokeWidth={of === 'bold' ? 2.2 : 1.5} aria-hidden="true">
    <path d={PATHS[of]} />
  </svg>
);
