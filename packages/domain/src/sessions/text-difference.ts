/** A paragraph of a text as it is compared: `form` also changes where the words do not (marks, a heading's level). */
export interface ParagraphText {
  readonly id: string;
  readonly words: string;
  readonly form: string;
}

/** `before` null: the paragraph is new; `after` null: it is gone; both alike: its form alone changed. */
export interface ParagraphDifference {
  readonly paragraphId: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What changed from one text to another, paragraph by paragraph: in the order of the newer one, then what is gone. */
export function textDifference(before: readonly ParagraphText[], after: readonly ParagraphText[]): ParagraphDifference[] {
  const former = new Map(before.map((paragraph) => [paragraph.id, paragraph]));
  const later = new Set(after.map(({ id }) => id));
  const changed = after.flatMap(({ id, words, form }): ParagraphDifference[] => {
    const was = former.get(id);
    if (was === undefined) return [{ paragraphId: id, before: null, after: words }];
    return was.form === form && was.words === words ? [] : [{ paragraphId: id, before: was.words, after: words }];
  });
  const gone = before.filter(({ id }) => !later.has(id)).map(({ id, words }) => ({ paragraphId: id, before: words, after: null }));
  return [...changed, ...gone];
}
