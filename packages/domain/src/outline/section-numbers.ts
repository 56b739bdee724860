export interface OutlineNode {
  readonly id: string;
  readonly parentId: string | null;
  /** Order among its siblings. */
  readonly position: number;
}

/** Numbers of all nodes, `5` for a chapter and `5.1` for its section, in reading order. */
export function numberOutline(nodes: readonly OutlineNode[]): Map<string, string> {
  const ordered = [...nodes].sort((a, b) => a.position - b.position);
  const numbers = new Map<string, string>();
  const visit = (parentId: string | null, prefix: string): void => {
    const children = ordered.filter((node) => node.parentId === parentId);
    for (const [index, { id }] of children.entries()) {
      const number = `${prefix}${index + 1}`;
      numbers.set(id, number);
      visit(id, `${number}.`);
    }
  };
  visit(null, '');
  return numbers;
}
