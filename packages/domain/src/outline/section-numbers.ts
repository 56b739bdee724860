export interface OutlineNode {
  readonly id: string;
  readonly parentId: string | null;
  /** Order among its siblings. */
  readonly position: number;
}

/** Numbers of all nodes, `5` for a chapter and `5.1` for its section, in reading order. */
export function numberOutline(nodes: readonly OutlineNode[]): Map<string, string> {
  const children = Map.groupBy([...nodes].sort((a, b) => a.position - b.position), ({ parentId }) => parentId);
  const numbers = new Map<string, string>();
  const visit = (parentId: string | null, prefix: string): void => {
    (children.get(parentId) ?? []).forEach(({ id }, index) => {
      const number = `${prefix}${index + 1}`;
      numbers.set(id, number);
      visit(id, `${number}.`);
    });
  };
  visit(null, '');
  return numbers;
}
