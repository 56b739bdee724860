import { hashOfDocument, type NodeJson } from '@expert-forum/collab';

/** Hashes documents off the thread that draws: 60 pages take longer than a frame. */
self.onmessage = ({ data }: MessageEvent<NodeJson>): void => self.postMessage(hashOfDocument(data));
