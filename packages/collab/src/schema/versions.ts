/** Version of what travels on the socket: event tables, frames, commands. A client of another version is told to reload. */
export const PROTOCOL_VERSION = 1;

/** Version of the section schema that this program reads and writes. Stored with every section and compared in the handshake (R11). */
export const SCHEMA_VERSION = 2;

/** Programs of this schema still connect, and work in every section whose text they can show. */
export const OLDEST_SCHEMA_VERSION = 1;

/** What the second version brought: whoever writes it first raises the version of the section. */
const SINCE_2: ReadonlySet<string> = new Set(['table', 'tableRow', 'tableHeader', 'tableCell', 'footnote', 'footnoteMark', 'paragraphReference']);

/** The oldest schema that can show a node of this name. */
export const schemaOfNode = (name: string): number => (SINCE_2.has(name) ? 2 : 1);
