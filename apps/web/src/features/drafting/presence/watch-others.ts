import { sectionSyncKey } from '@expert-forum/collab/editor';
import * as Y from 'yjs';

/** Not more often than this, so that nobody is talked over while working. */
const PAUSE_MS = 10_000;

/**
 * Collects the blocks that others change and hands over their paragraph ids, at most every ten seconds. Undo and redo of one's
 * own are one's own.
 */
export function watchOthers(body: Y.XmlFragment, tell: (paragraphIds: ReadonlySet<string>) => void): () => void {
  let changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const collect = (events: readonly Y.YEvent<Y.XmlFragment>[], { origin }: Y.Transaction): void => {
    if (origin === sectionSyncKey || origin instanceof Y.UndoManager) return;
    for (const event of events) for (const id of idsOf(event, body)) changed.add(id);
    timer ??= setTimeout(() => {
      tell(changed);
      changed = new Set();
      timer = undefined;
    }, PAUSE_MS);
  };
  body.observeDeep(collect);
  return () => {
    clearTimeout(timer);
    body.unobserveDeep(collect);
  };
}

/** The outermost block that the change happened in, or the blocks that came. */
function idsOf({ target, changes }: Y.YEvent<Y.XmlFragment>, body: Y.XmlFragment): string[] {
  if (target === body) return [...changes.added].flatMap(({ content }) => (content instanceof Y.ContentType ? idOf(content.type) : []));
  let block: unknown = target;
  while (block instanceof Y.AbstractType && block.parent !== body) block = block.parent;
  return idOf(block);
}

function idOf(block: unknown): string[] {
  const id = block instanceof Y.XmlElement ? block.getAttribute('id') : undefined;
  return id === undefined ? [] : [id];
}
