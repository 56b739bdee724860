/** Stands for a footnote mark or a reference in words that are read as a string; it is left out where they are shown. */
export const INLINE_OBJECT = '\ufffc';
