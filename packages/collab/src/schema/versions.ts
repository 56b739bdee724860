/** Version of what travels on the socket: event tables, frames, commands. A client of another version is told to reload. */
export const PROTOCOL_VERSION = 1;

/** Version of the section schema. Stored with every section and compared in the handshake (R11). */
export const SCHEMA_VERSION = 1;
