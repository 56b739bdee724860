import * as Y from 'yjs';
import { BODY } from '../schema/section-schema.js';
import type { UpdateProblem } from './judgement.js';
import type { SharedType } from './shared-type.js';

/** What an item is put into: one object for each block, so that they can be compared. */
export interface Container {
  /** Node name; `doc` for the root, `text` for a run of text. */
  readonly name: string;
  /** Blocks around it and itself; the root has 0. */
  readonly depth: number;
  /** Created by the update that is being judged. */
  readonly isNew: boolean;
}

/** Where an item goes: among the children of a block, or (attribute set) into one of its attributes. */
export interface Place {
  readonly parent: Container;
  readonly attribute: string | null;
}

/**
 * Finds the place of each item of an update that is not applied yet. An item names its parent only when it has no neighbour;
 * otherwise it shares the place of its neighbour, which is in the document or earlier in the same update.
 */
export class PlaceFinder {
  private readonly root: Y.XmlFragment;
  private readonly places = new Map<Y.Item, Place>();
  private readonly containers = new Map<SharedType, Container>();

  /** `items` have passed the ownership gate. */
  constructor(
    private readonly doc: Y.Doc,
    private readonly items: Y.Item[],
  ) {
    this.root = doc.getXmlFragment(BODY);
  }

  /** To be asked for the items in the order of the update. */
  placeOf(item: Y.Item): Place | UpdateProblem {
    const place = this.find(item);
    if (typeof place !== 'string') this.places.set(item, place);
    return place;
  }

  private find(item: Y.Item): Place | UpdateProblem {
    const left = item.origin && this.placeAt(item.origin);
    const right = item.rightOrigin && this.placeAt(item.rightOrigin);
    if (typeof left === 'string') return left;
    if (typeof right === 'string') return right;
    if (left && right && (left.parent !== right.parent || left.attribute !== right.attribute)) return 'update-malformed';
    return left ?? right ?? this.placeNamedBy(item);
  }

  private placeAt(id: Y.ID): Place | UpdateProblem {
    const neighbour = this.itemAt(id);
    if (neighbour === null) return 'parent-gone';
    const known = this.places.get(neighbour);
    if (known !== undefined) return known;
    const parent = neighbour.parent instanceof Y.AbstractType ? this.container(neighbour.parent) : 'update-malformed';
    return typeof parent === 'string' ? parent : { parent, attribute: neighbour.parentSub };
  }

  private placeNamedBy(item: Y.Item): Place | UpdateProblem {
    const parent = this.containerNamed(item.parent);
    return typeof parent === 'string' ? parent : { parent, attribute: item.parentSub };
  }

  /** `parent` is an item's id or, before it is applied, the name of a root. */
  private containerNamed(parent: unknown): Container | UpdateProblem {
    if (parent instanceof Y.ID) return this.containerAt(parent);
    return parent === BODY ? this.container(this.root) : 'schema-violated';
  }

  private containerAt(id: Y.ID): Container | UpdateProblem {
    const item = this.itemAt(id);
    if (item === null) return 'parent-gone';
    if (!(item.content instanceof Y.ContentType)) return item.deleted ? 'parent-gone' : 'update-malformed';
    const { type } = item.content;
    const known = this.containers.get(type);
    if (known !== undefined) return known;
    const around = this.places.get(item)?.parent;
    return around ? this.keep(type, around, true) : this.container(type);
  }

  /** A block or text that is in the document and alive with all that surrounds it. */
  private container(type: SharedType): Container | UpdateProblem {
    const known = this.containers.get(type);
    if (known !== undefined) return known;
    if (type === this.root) return this.keep(type, null, false);
    if (type._item === null || type._item.deleted || !(type._item.parent instanceof Y.AbstractType)) return 'parent-gone';
    const around = this.container(type._item.parent);
    return typeof around === 'string' ? around : this.keep(type, around, false);
  }

  private keep(type: SharedType, around: Container | null, isNew: boolean): Container {
    const name = around === null ? 'doc' : type instanceof Y.XmlElement ? type.nodeName : 'text';
    const container = { name, depth: around === null ? 0 : around.depth + 1, isNew };
    this.containers.set(type, container);
    return container;
  }

  /** From this update or from the document; null when all that is left of it is a collected gap. */
  private itemAt(id: Y.ID): Y.Item | null {
    const first = this.items[0]?.id;
    const isOwn = first !== undefined && id.client === first.client && id.clock >= first.clock;
    const struct = isOwn ? this.items[Y.findIndexSS(this.items, id.clock)] : Y.getItem(this.doc.store, id);
    return struct instanceof Y.Item ? struct : null;
  }
}
