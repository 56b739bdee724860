/** The acknowledgement of a command that has nothing to say but that it was done. */
export const done = (work: Promise<void>): Promise<null> => work.then(() => null);
