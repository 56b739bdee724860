import { TestEnvironment } from 'jest-environment-jsdom';

/** jsdom, and what of the Fetch standard the router needs: Node has it, and hands it to no context of its own accord. */
export default class extends TestEnvironment {
  constructor(...given) {
    super(...given);
    Object.assign(this.global, { Headers, Request, Response });
  }
}
