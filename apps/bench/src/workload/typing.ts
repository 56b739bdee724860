/** Somebody who types one character after another at a steady pace, beginning at a moment of their own. */
export interface Typist {
  /** Types one character. */
  press: () => void;
  /** Milliseconds from the start of the run to the first character. */
  offset: number;
}

/** Resolves when every typist has typed `characters` characters, one every `interval` milliseconds. */
export async function typeSteadily(typists: Typist[], characters: number, interval: number): Promise<void> {
  await Promise.all(typists.map((typist) => typeOne(typist, characters, interval)));
}

function typeOne({ press, offset }: Typist, characters: number, interval: number): Promise<void> {
  return new Promise((resolve) => {
    let typed = 0;
    const next = () => {
      press();
      typed += 1;
      if (typed < characters) return;
      clearInterval(timer);
      resolve();
    };
    let timer = setTimeout(() => {
      timer = setInterval(next, interval);
      next();
    }, offset);
  });
}
