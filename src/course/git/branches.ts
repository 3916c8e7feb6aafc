import type { Git } from './git.ts';

/** A branch to pick from, local or of a remote. */
export interface Branch {
  /** As a person writes it: `01-exercise-start-game`, `origin/learner/ann/01-exercise-start-game`. */
  readonly label: string;
  /** The name without the remote's. */
  readonly name: string;
  /** Undefined for a local branch. */
  readonly remote: string | undefined;
  readonly ref: string;
  readonly commit: string;
  /** The id of all that is in that commit: the same files, the same tree. */
  readonly tree: string;
  /** Whether HEAD stands on it. */
  readonly current: boolean;
  readonly isSolution: boolean;
  /** Of the last commit. */
  readonly author: string;
  readonly date: Date;
}

const fields = ['objecttype', 'objectname', 'refname', 'symref', 'HEAD', 'authorname', 'committerdate:unix', 'tree'];

/** All local branches and those of every remote, by name, the local ones first. Reads only. */
export async function listBranches(git: Git): Promise<Branch[]> {
  const format = fields.map((field) => `%(${field})`).join('%00');
  const [refs, remotes] = await Promise.all([
    git.text(['for-each-ref', '--sort=refname', `--format=${format}`, 'refs/heads', 'refs/remotes']),
    git.text(['remote']),
  ]);
  const names = remotes.split('\n').filter((name) => name !== '');
  return refs.split('\n').flatMap((line) => branchIn(line, names));
}

/** Whether a branch is meant by a pattern such as `learner/*`, with or without the remote's name. */
export function matchesBranch({ label, name }: Pick<Branch, 'label' | 'name'>, pattern: string): boolean {
  const expression = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const wanted = new RegExp(`^${expression}$`);
  return wanted.test(label) || wanted.test(name);
}

function branchIn(line: string, remotes: readonly string[]): Branch[] {
  const [type, commit = '', ref = '', symbolic, head, author = '', seconds, tree = ''] = line.split('\0');
  // `origin/HEAD` only says which branch is the remote's own first choice.
  if (type !== 'commit' || symbolic !== '') return [];
  const label = ref.replace(/^refs\/(heads|remotes)\//, '');
  const remote = ref.startsWith('refs/remotes/') ? (remoteOf(label, remotes) ?? label.split('/')[0]) : undefined;
  const name = remote === undefined ? label : label.slice(remote.length + 1);
  return [
    {
      label,
      name,
      remote,
      ref,
      commit,
      tree,
      current: head === '*',
      isSolution: name.startsWith('solutions/'),
      author,
      date: new Date(Number(seconds) * 1000),
    },
  ];
}

/** A remote's name may itself have slashes; of several that fit, the longest is the one. */
function remoteOf(label: string, remotes: readonly string[]): string | undefined {
  const fitting = remotes.filter((remote) => label.startsWith(`${remote}/`));
  return fitting.sort((one, other) => other.length - one.length)[0];
}
