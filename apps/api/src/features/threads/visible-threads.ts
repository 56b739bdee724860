/**
 * The one place that says which rows of `thread` an actor may see: threads of the forum, and those of the own centre.
 * @param caucus the parameter that holds what `caucusOf` says of the actor
 */
export const VISIBLE = (caucus: string): string => `(thread.centre_id IS NULL OR thread.centre_id = ${caucus})`;
