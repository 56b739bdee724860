import 'reflect-metadata'; // class-transformer keeps the types of nested members there

export * from './documents/document-text.js';
export * from './documents/outline.js';
export * from './documents/whereabouts.js';
export * from './email-address.js';
export * from './inbox/home.js';
export * from './inbox/inbox.js';
export * from './localised.js';
export * from './people/installation.js';
export * from './people/logins.js';
export * from './people/people.js';
export * from './problem.js';
export * from './publications/publication-content.js';
export * from './publications/publications.js';
export * from './screen-paths.js';
export * from './sessions/agenda.js';
export * from './sessions/decisions.js';
export * from './sessions/minutes.js';
export * from './history/revisions.js';
export * from './sessions/session-commands.js';
export * from './sessions/sessions.js';
export * from './socket.js';
export * from './text-limits.js';
export * from './threads/anchors.js';
export * from './threads/thread-commands.js';
export * from './threads/thread-inputs.js';
export * from './threads/threads.js';
