import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '@expert-forum/contracts';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { static as files, type NextFunction, type Request, type Response } from 'express';
import { ProblemException } from '../errors/problem-error.js';
import { pathLanguage, screenLanguage } from './screen-routes.js';
import { sendPacked } from './send-packed.js';

const DIST = fileURLToPath(new URL('../../../../web/dist', import.meta.url));
const YEAR_SECONDS = 31_536_000;

/** What Nest answers, and its 404 with it. */
const ROUTES = /^\/(api\/v1\/|healthz$|readyz$|(en|ru|ja)\/p(\/[^/]+)?$)/;
const INTERFACES = /^\/(api|socket\.io)(\/|$)/;

/**
 * The built web application: its files and, with `lang` set, its shell for every screen. Elsewhere the answer is 404: for a
 * person who follows a link the shell, which says so, for everything else a problem.
 */
export function serveWebApp(app: NestExpressApplication): void {
  const shell = readFileSync(path.join(DIST, 'index.html'), 'utf8');
  const sendShell = (response: Response, status: number, language: InterfaceLanguage): void => {
    const page = shell.replace('<html lang="en">', `<html lang="${language}">`);
    response.status(status).set('Cache-Control', 'no-cache').type('html').send(page);
  };
  app.use(sendPacked(DIST));
  app.use(files(DIST, { index: false, redirect: false, setHeaders: cacheHashedFiles }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (ROUTES.test(request.path)) return next();
    if (!['GET', 'HEAD'].includes(request.method) || INTERFACES.test(request.path)) return next(new ProblemException('not-found'));
    if (request.path === '/') {
      return response.vary('Accept-Language').redirect(`/${request.acceptsLanguages(...INTERFACE_LANGUAGES) || 'en'}`);
    }
    const language = screenLanguage(request.path);
    if (language !== null) return sendShell(response, 200, language);
    if (request.accepts('json', 'html') !== 'html') return next(new ProblemException('not-found'));
    sendShell(response, 404, pathLanguage(request.path) ?? 'en');
  });
}

/** Vite puts a hash into the name of everything in `assets`; all else is asked for again. */
function cacheHashedFiles(response: { setHeader(name: string, value: string): unknown }, file: string): void {
  const isHashed = path.dirname(file) === path.join(DIST, 'assets');
  response.setHeader('Cache-Control', isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
}
