export * from './embedded-postgres-error.js';
export * from './start-embedded-postgres.js';
