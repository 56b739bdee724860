/** A promise that did not hold. */
export class PromiseBroken extends Error {}

export const demand = (holds: boolean, what: string): void => {
  if (!holds) throw new PromiseBroken(what);
};
