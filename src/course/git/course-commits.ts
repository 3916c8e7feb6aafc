import type { Tree } from '../workspace/tree.ts';

/** One commit of the course and the branches that point at it. */
export interface CourseCommit {
  readonly message: string;
  readonly tree: Tree;
  readonly branches: readonly string[];
}

/** The course writes its history under its own name; the learner's commits carry the learner's. */
export const courseIdentity = { name: 'Ground Up', email: 'ground-up@localhost' };

/**
 * The day the tutorial was given. With a fixed date two workspaces of the same course have the same
 * commits, so that branches of many learners fit into one repository.
 */
const courseDate = '1720569600 +0000';

/**
 * A line of commits, each following from the one before, in the language of `git fast-import`.
 * The branches are made below `namespace`.
 */
export function fastImport(commits: readonly CourseCommit[], namespace = 'refs/heads/'): Buffer {
  const { name, email } = courseIdentity;
  const parts = commits.flatMap(({ message, tree, branches }, at) => {
    const files = [...tree].flatMap(([path, bytes]) => [`M 100644 inline ${quoted(path)}\n`, ...data(bytes)]);
    return [
      `commit ${namespace}${branches[0] ?? 'main'}\nmark :${at + 1}\n`,
      `committer ${name} <${email}> ${courseDate}\n`,
      ...data(Buffer.from(`${message}\n`)),
      at === 0 ? '' : `from :${at}\n`,
      'deleteall\n',
      ...files,
      '\n',
      ...branches.slice(1).map((branch) => `reset ${namespace}${branch}\nfrom :${at + 1}\n\n`),
    ];
  });
  return Buffer.concat([...parts, 'done\n'].map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

function data(bytes: Uint8Array): [string, Uint8Array, string] {
  return [`data ${bytes.length}\n`, bytes, '\n'];
}

function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
