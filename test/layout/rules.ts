import type { Import } from './imports.ts';

/** All that knows nothing of who looks at it. */
const all = ['base', 'domain', 'eventstore', 'grpc', 'application', 'timeline', 'learner', 'course', 'doctor'] as const;

/** Which folder of src may reach which others. `types of X` is written `type:X`. */
const table: Readonly<Record<string, readonly string[]>> = {
  base: [],
  domain: [],
  storming: ['base'],
  eventstore: ['base'],
  grpc: ['base', 'eventstore'],
  application: ['base', 'domain', 'eventstore'],
  timeline: ['base', 'domain', 'eventstore'],
  learner: ['base'],
  course: ['base', 'learner', 'eventstore'],
  doctor: ['base', 'eventstore', 'learner', 'course'],
  pages: ['base', 'storming', 'type:domain', 'type:eventstore', 'type:timeline'],
  panel: ['base', 'domain', 'eventstore', 'application', 'timeline', 'learner', 'course', 'pages'],
  editor: [...all, 'storming', 'pages', 'panel'],
  cli: [...all, 'pages', 'panel'],
  testing: ['grpc'],
  dev: ['base'],
};

/** What runs or shows in the browser knows what the pages and their hosts say to each other, what a wall is, and no more of src. */
const fromMedia: readonly string[] = ['base', 'pages', 'storming'];

/** What is wrong with an import, to be read after “FILE imports SPECIFIER”; undefined when it is as it should be. */
export function objectionTo({ file, specifier, target, typeOnly }: Import): string | undefined {
  const from = folderOf(file);
  if (specifier === 'vscode' && from !== 'editor' && file !== 'src/extension.ts')
    return 'and only src/editor and src/extension.ts know the editor';
  if (from === 'domain' && target === undefined) return 'and the domain knows no package, not even Node’s';
  if (target === undefined) return undefined;
  if (!target.startsWith('src/'))
    return file.startsWith('src/') ? 'and src knows nothing that is outside of it' : undefined;
  const to = folderOf(target);
  if (file.startsWith('media/'))
    return fromMedia.includes(to ?? '') ? undefined : `and of src, media knows ${fromMedia.join(', ')}`;
  if (from === undefined || to === from) return undefined;
  const allowed = table[from];
  if (allowed === undefined) return `and nothing is said about src/${from}`;
  if (to !== undefined && (allowed.includes(to) || (typeOnly && allowed.includes(`type:${to}`)))) return undefined;
  return `and src/${from} knows ${allowed.join(', ') || 'no other folder'}`;
}

/** `src/grpc/server.ts` is in folder `grpc`; `src/extension.ts` is in none and may reach everything. */
function folderOf(path: string): string | undefined {
  const [top, folder, file] = path.split('/');
  return top === 'src' && file !== undefined ? folder : undefined;
}
