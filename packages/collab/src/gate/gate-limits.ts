/** Limits on one update and on the document it leaves behind. Characters are UTF-16 units, sizes are bytes. */
export const GATE_LIMITS = {
  updateBytes: 2 * 1024 * 1024,
  updateStructs: 5_000,
  updateDeleteRanges: 5_000,
  runCharacters: 20_000,
  documentCharacters: 500_000,
  documentBytes: 4 * 1024 * 1024,
  documentDepth: 24,
} as const;
