/** One change of a text, at a place of the text as it is before the change; paragraphs are parted by one newline each. */
export interface Edit {
  /** Which of the authors makes it, from 0. */
  readonly author: number;
  readonly at: number;
  /** Characters from `at` on that go. */
  readonly deleted: number;
  /** What comes in their place. */
  readonly inserted: string;
}

/** How a text came about. */
export interface History {
  /** For the table. */
  readonly name: string;
  readonly authors: number;
  readonly edits: readonly Edit[];
}
