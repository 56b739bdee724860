import 'reflect-metadata'; // class-transformer keeps the types of nested members there

export * from './documents/outline.js';
export * from './localised.js';
export * from './people/installation.js';
export * from './people/logins.js';
export * from './people/people.js';
export * from './problem.js';
export * from './screen-paths.js';
export * from './socket.js';
export * from './text-limits.js';
