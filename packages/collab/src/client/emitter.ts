type Listeners<Events> = { [Name in keyof Events]?: Set<(payload: Events[Name]) => void> };

/** A typed list of listeners. */
export class Emitter<Events extends object> {
  private listeners: Listeners<Events> = {};

  /** Answers a function that ends the subscription. */
  on<Name extends keyof Events>(name: Name, listener: (payload: Events[Name]) => void): () => void {
    const listeners = (this.listeners[name] ??= new Set());
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void {
    for (const listener of [...(this.listeners[name] ?? [])]) listener(payload);
  }

  clear(): void {
    this.listeners = {};
  }
}
