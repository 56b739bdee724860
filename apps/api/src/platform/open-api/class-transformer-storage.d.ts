/** Where `@Type` keeps what it was told. The package exports it from no entry and types it elsewhere. */
declare module 'class-transformer/cjs/storage.js' {
  export { defaultMetadataStorage } from 'class-transformer/types/storage.js';
}
