/**
 * The built application on the database of DATABASE_URL, which says on each answer how many statements it
 * took: the header X-Statements. Right for one request at a time. Started by the budget tests in a process of
 * its own.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import express from 'express';
import pg from 'pg';
import { createApp } from '#app/platform/serve/create-app.server';
import { listen } from '#app/platform/serve/listen.server';
import { readSettings } from '#app/platform/settings.server';
import { wire } from '#app/platform/wiring.server';

let statements = 0;
const prototype = pg.Client.prototype as unknown as { query(...args: unknown[]): unknown };
const query = prototype.query;
prototype.query = function counted(...args) {
  statements += 1;
  return query.apply(this, args);
};

const settings = readSettings(process.env);
const deps = await wire(settings, { name: 'counted', poolSize: 10, patience: 'web' });
const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild;
const app = express();
app.use((_request, response, next) => {
  const before = statements;
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => typeof response;
  response.writeHead = (...args: unknown[]) => {
    response.setHeader('X-Statements', String(statements - before));
    return writeHead(...args);
  };
  next();
});
app.use(createApp({ deps, build, clientDir: path.resolve('build/client'), publicDir: path.resolve('public') }));
await listen(app, settings);
process.send?.(settings.publicUrl);
process.once('disconnect', () => process.exit(0));
