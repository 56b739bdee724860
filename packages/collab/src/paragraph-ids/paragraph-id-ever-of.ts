import * as Y from 'yjs';

/** The id an element carries or, deleted, carried: a deleted attribute keeps its value until its transaction ends, and where nothing is collected for ever. */
export function paragraphIdEverOf(element: Y.XmlElement): string | null {
  const content = element._map.get('id')?.content;
  const value: unknown = content instanceof Y.ContentAny ? content.arr[0] : null;
  return typeof value === 'string' ? value : null;
}
