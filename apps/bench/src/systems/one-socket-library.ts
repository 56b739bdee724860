import WebSocket from 'ws';

/**
 * Lets every provider speak through `ws`, which ours uses in Node as well: the peers' providers take the global class,
 * and the one of Node is slower. They also add an exit listener for every person.
 */
export function useOneSocketLibrary(): void {
  Object.assign(globalThis, { WebSocket });
  process.setMaxListeners(0);
}
