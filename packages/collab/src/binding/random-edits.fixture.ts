export * from '../testing/random-edits.js';
