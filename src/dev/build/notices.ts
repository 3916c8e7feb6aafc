import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import * as v from 'valibot';
import { inRoot } from '../root.ts';

const Manifest = v.object({ name: v.string(), version: v.string(), license: v.optional(v.string()) });

/** The licence of every package that went into a bundle: most of them ask to be named wherever their code goes. */
export function noticesOf(metafiles: readonly Metafile[]): string {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set([...inputs.map(packageFolder), 'node_modules/@vscode/codicons']);
  const notices = [...folders].filter((folder) => folder !== undefined).map(noticeOf);
  return `This extension contains code of the packages below, under their own licences.\n\n${notices.sort().join('\n')}`;
}

/** `node_modules/@scope/name` of `node_modules/@scope/name/dist/a.js`; the innermost where packages nest. */
function packageFolder(input: string): string | undefined {
  return input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0];
}

function noticeOf(folder: string): string {
  const path = inRoot(folder);
  const { name, version, license } = v.parse(Manifest, JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')));
  const file = readdirSync(path).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  const text = file === undefined ? `Licence: ${license ?? 'not stated'}` : readFileSync(join(path, file), 'utf8');
  return `${'-'.repeat(80)}\n${name} ${version}\n\n${text.trim()}\n`;
}
