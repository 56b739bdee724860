import type { Tool } from '../editor/toolbar-acts.js';

const PATHS: Readonly<Record<Tool | 'link', string>> = {
  bold: 'M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6zM4 4h2M4 16h2',
  italic: 'M8 4h6M6 16h6M11.5 4l-3 12',
  bulletList: 'M8 5h9M8 10h9M8 15h9M3.5 5h1M3.5 10h1M3.5 15h1',
  orderedList: 'M9 5h8M9 10h8M9 15h8M3 4.2l1.4-.7v3.8M3 12.6c.2-.9 2.2-.9 2.2.2 0 .8-2.2 1.3-2.2 2.7h2.4',
  blockquote: 'M4 4v12M8 6h9M8 10h9M8 14h6',
  undo: 'M7 4L3 8l4 4M3.5 8H12a4.5 4.5 0 0 1 0 9H9',
  redo: 'M13 4l4 4-4 4M16.5 8H8a4.5 4.5 0 0 0 0 9h3',
  link: 'M8.5 11.5a3.2 3.2 0 0 0 4.7.2l2.4-2.4a3.2 3.2 0 0 0-4.5-4.5L9.8 6M11.5 8.5a3.2 3.2 0 0 0-4.7-.2l-2.4 2.4a3.2 3.2 0 0 0 4.5 4.5l1.3-1.2',
};

export const ToolIcon = ({ of }: { readonly of: Tool | 'link' }) => (
  <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" strokeWidth={of === 'bold' ? 2.2 : 1.5} aria-hidden="true">
    <path d={PATHS[of]} />
  </svg>
);
