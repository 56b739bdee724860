/** The only thing a decoder throws: bytes that are no frame. The connection that sent them is closed with 4400. */
export class MalformedFrame extends Error {
  override readonly name = 'MalformedFrame';
}
