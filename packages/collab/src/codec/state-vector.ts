import { FrameReader } from './frame-reader.js';
import { MalformedFrame } from './malformed-frame.js';

/** Is this a Yjs state vector, read to its end: `[count]{client, clock}`, integers as varints? */
export function isStateVector(bytes: Uint8Array): boolean {
  const reader = new FrameReader(bytes);
  try {
    const numbers = 2 * reader.count(2);
    for (let read = 0; read < numbers; read++) reader.integer();
    reader.end();
    return true;
  } catch (error) {
    if (error instanceof MalformedFrame) return false;
    throw error;
  }
}
