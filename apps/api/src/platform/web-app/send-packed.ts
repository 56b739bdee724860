import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { NextFunction, Request, Response } from 'express';

const TWIN = '.gz';

/** Sends the packed twin of a built file, where the build has left one, to whoever takes it. What follows finds it by its name. */
export function sendPacked(folder: string): (request: Request, response: Response, next: NextFunction) => void {
  const twins = new Set(namesIn(folder).filter((name) => name.endsWith(TWIN)).map((name) => `/${name.slice(0, -TWIN.length)}`));
  return (request, response, next) => {
    if (!twins.has(request.path)) return next();
    response.vary('Accept-Encoding');
    if (request.acceptsEncodings('gzip') !== false) {
      response.type(path.extname(request.path)).set('Content-Encoding', 'gzip');
      request.url = `${request.path}${TWIN}`;
    }
    next();
  };
}

const namesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.split(path.sep).join('/'));
