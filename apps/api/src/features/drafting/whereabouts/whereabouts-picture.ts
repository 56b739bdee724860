interface Said {
  readonly here: readonly string[];
  readonly at: number;
}

/** Who is where, as several nodes say it. A place is any text that names one. */
export class WhereaboutsPicture {
  /** By place, then by node. */
  private readonly said = new Map<string, Map<string, Said>>();

  /** @returns whether anything else is to be seen there now */
  say(node: string, place: string, here: readonly string[], at: number): boolean {
    const before = this.at(place).join();
    const nodes = this.said.get(place) ?? new Map<string, Said>();
    if (here.length > 0) this.said.set(place, nodes.set(node, { here, at }));
    else if (nodes.delete(node) && nodes.size === 0) this.said.delete(place);
    return this.at(place).join() !== before;
  }

  /** What was last said before `at` counts no more. @returns the places where anything else is to be seen now */
  forget(at: number): string[] {
    const old = [...this.said].flatMap(([place, nodes]) => [...nodes].flatMap(([node, said]) => (said.at < at ? [{ place, node }] : [])));
    return old.flatMap(({ place, node }) => (this.say(node, place, [], at) ? [place] : []));
  }

  /** On all nodes together, each once. */
  at(place: string): string[] {
    return [...new Set([...(this.said.get(place)?.values() ?? [])].flatMap(({ here }) => here))].sort();
  }

  /** Where anybody is. */
  places(): string[] {
    return [...this.said.keys()];
  }
}
