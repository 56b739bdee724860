/** A promise that is settled from outside. */
export class Deferred {
  resolve: () => void = () => undefined;
  reject: (reason: Error) => void = () => undefined;
  readonly promise = new Promise<void>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor() {
    this.promise.catch(() => undefined); // whoever does not wait learns of a refusal in another way
  }
}
