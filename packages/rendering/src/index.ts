export { renderBlocks } from './render-blocks.js';
export { renderList } from './render-list.js';
export { renderPublication, type PublicationPage } from './render-publication.js';
