import * as Y from 'yjs';

/** Yjs stores any JSON value in an attribute but types them all as strings. */
interface AttributeHolder {
  setAttribute(name: string, value: unknown): void;
}

export function setBlockAttribute(element: Y.XmlElement, name: string, value: unknown): void {
  const holder: AttributeHolder = element;
  holder.setAttribute(name, value);
}

/** A new block for the shared text. Attributes that are null are left out. */
export function blockElement(name: string, attributes: Readonly<Record<string, unknown>>): Y.XmlElement {
  const element = new Y.XmlElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null) setBlockAttribute(element, attribute, value);
  }
  return element;
}
