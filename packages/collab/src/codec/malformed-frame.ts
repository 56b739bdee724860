/** The only thing a decoder throws: bytes that are no frame. Whoever sent them is answered with `frame-malformed`. */
export class MalformedFrame extends Error {
  override readonly name = 'MalformedFrame';
}
