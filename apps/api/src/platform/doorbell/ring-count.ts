/** Counts the rings of every node as they are heard, so that one that was lost is noticed. */
export class RingCount {
  private readonly last = new Map<string, number>();

  /** A ring has the number after the one before it; a beat repeats the last. @returns whether something in between was not heard */
  hear(node: string, n: number, isBeat: boolean): boolean {
    const last = this.last.get(node);
    this.last.delete(node); // whoever spoke last stands last
    this.last.set(node, n);
    return last !== undefined && n !== (isBeat ? last : last + 1);
  }

  /** A node that has not spoken for long is not coming back under this name. */
  keepLatest(nodes: number): void {
    for (const node of [...this.last.keys()].slice(0, -nodes)) this.last.delete(node);
  }

  clear(): void {
    this.last.clear();
  }
}
