import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { documentOf } from './section-document.js';
import { paragraphTexts, trayItems } from './tray.js';

function paragraph(id: string, words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.setAttribute('id', id);
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

const refusal = { name: '1/7/1', sectionId: 's-1', at: 5, speakingAs: 'md-1', problem: 'section-frozen' };

describe('tray', () => {
  it('[R17] keeps each changed paragraph with the text before and after', () => {
    const before = documentOf([]);
    before.getXmlFragment('body').insert(0, [paragraph('p-a', 'water'), paragraph('p-b', 'land')]);
    const after = documentOf([Y.encodeStateAsUpdate(before)]);
    const body = after.getXmlFragment('body');
    body.insert(2, [paragraph('p-c', 'new')]);
    body.delete(1, 1);
    const [first] = body.toArray();
    if (first instanceof Y.XmlElement) first.insert(1, [new Y.XmlText('shed')]);
    expect(trayItems(before, after, refusal).map((item) => [item.paragraphId, item.textBefore, item.textAfter])).toEqual([
      ['p-a', 'water', 'watershed'],
      ['p-c', '', 'new'],
      ['p-b', 'land', ''],
    ]);
  });

  it('[R17] gives the words of a list item to its own paragraph and leaves equal ones out', () => {
    const doc = documentOf([]);
    const item = new Y.XmlElement('listItem');
    item.setAttribute('id', 'p-item');
    item.insert(0, [paragraph('p-inner', 'words')]);
    doc.getXmlFragment('body').insert(0, [item]);
    expect([...paragraphTexts(doc)]).toEqual([['p-inner', 'words']]);
    expect(trayItems(doc, documentOf([Y.encodeStateAsUpdate(doc)]), refusal)).toEqual([]);
  });
});
