/** Is this at most so many lists and objects in each other? Asked before anything that walks through them all. */
export function isNoDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return true;
  return levels > 0 && Object.values(value).every((member) => isNoDeeperThan(member, levels - 1));
}
