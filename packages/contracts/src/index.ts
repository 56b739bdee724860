export * from './screen-paths.js';
