import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { INTERFACE_LANGUAGES } from '@expert-forum/contracts';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { static as files, type Request, type Response } from 'express';
import { screenLanguage } from './screen-routes.js';

const DIST = fileURLToPath(new URL('../../../../web/dist', import.meta.url));
const YEAR_SECONDS = 31_536_000;

/** The built web application: its files, and the shell, with `lang` set, for every screen. What is neither goes on. */
export function serveWebApp(app: NestExpressApplication): void {
  const shell = readFileSync(path.join(DIST, 'index.html'), 'utf8');
  app.use(files(DIST, { index: false, redirect: false, setHeaders: cacheHashedFiles }));
  app.use((request: Request, response: Response, next: () => void) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    if (request.path === '/') {
      return response.vary('Accept-Language').redirect(`/${request.acceptsLanguages(...INTERFACE_LANGUAGES) || 'en'}`);
    }
    const language = screenLanguage(request.path);
    if (language === null) return next();
    response.set('Cache-Control', 'no-cache').type('html').send(shell.replace('<html lang="en">', `<html lang="${language}">`));
  });
}

/** Vite puts a hash into the name of everything in `assets`; all else is asked for again. */
function cacheHashedFiles(response: { setHeader(name: string, value: string): unknown }, file: string): void {
  const isHashed = path.dirname(file) === path.join(DIST, 'assets');
  response.setHeader('Cache-Control', isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
}
