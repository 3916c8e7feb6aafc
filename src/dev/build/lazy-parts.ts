import { basename, dirname, extname, join, relative, sep } from 'node:path';
import type { Plugin } from 'esbuild';
import { inRoot } from '../root.ts';
import type { Entry } from './entries.ts';

/**
 * What is imported lazily (`await import('./remote.ts')`) becomes a bundle of its own, so that
 * activating loads only what activating needs. The bundle is named after the file's path below
 * `src`, a file named `bundle` or `index` after its folder: `src/eventstore/remote.ts` becomes
 * `eventstore-remote.js`, `src/course/bundle.ts` becomes `course.js`.
 */
export function lazyParts(meet: (part: Entry) => void): Plugin {
  return {
    name: 'lazy-parts',
    setup(build) {
      build.onResolve({ filter: /^\./ }, async ({ kind, path, importer, resolveDir, namespace, pluginData }) => {
        if (namespace === 'lazy-part') return { path, external: true };
        if (kind !== 'dynamic-import' || pluginData === 'resolving') return undefined;
        const { path: source, errors } = await build.resolve(path, {
          kind,
          importer,
          resolveDir,
          pluginData: 'resolving',
        });
        if (errors.length > 0) return { errors };
        const output = lazyPartName(source);
        meet({ source, output });
        return { path: output, namespace: 'lazy-part' };
      });
      // Left to Node's own import(), a part would be loaded past VS Code's answer to require('vscode').
      build.onLoad({ filter: /.*/, namespace: 'lazy-part' }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(`./${path}`)});`,
      }));
    },
  };
}

export function lazyPartName(source: string): string {
  const path = relative(inRoot('src'), source);
  if (path.startsWith('..')) throw new Error(`Only files below src are imported lazily, and ${source} is not one.`);
  const name = basename(path, extname(path));
  const named = name === 'bundle' || name === 'index' ? dirname(path) : join(dirname(path), name);
  return `${named.split(sep).join('-')}.js`;
}
