/** @jest-environment node */
import { sectionSchema } from '@expert-forum/collab';
import { expect, it } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { formatExtensions } from './section-extensions.js';

const nodesOf = (schema: { nodes: Schema['nodes'] }): object =>
  Object.fromEntries(Object.values(schema.nodes).map(({ name, spec }) => [name, Object.keys(spec.attrs ?? {}).sort()]));
const marksOf = (schema: { marks: Schema['marks'] }): object =>
  Object.fromEntries(Object.values(schema.marks).map(({ name, spec }) => [name, Object.keys(spec.attrs ?? {}).sort()]));

it('[R11] the editor knows exactly the nodes, marks and attributes of the section schema', () => {
  const editor = getSchema(formatExtensions);
  expect(nodesOf(editor)).toEqual(nodesOf(sectionSchema));
  expect(marksOf(editor)).toEqual(marksOf(sectionSchema));
});
