import { fastImport } from '../git/course-commits.ts';
import type { Repository } from '../git/repository.ts';
import { courseCommits } from './course-history.ts';
import type { Exercises } from './exercises.ts';

const namespace = 'refs/ground-up/course/';

/**
 * Brings the course's own commits into the repository, below names of their own, and says which
 * commit each branch begins at. A repository of an older course, or a learner's clone of but one
 * branch, gets what it lacks this way; no branch of the learner's is moved.
 */
export async function importCourse({ git }: Repository, exercises: Exercises): Promise<Map<string, string>> {
  const commits = await courseCommits(exercises.folder, exercises.trees);
  await git.run(['fast-import', '--quiet', '--force', '--done', '--date-format=raw'], {
    input: fastImport(commits, namespace),
  });
  const listing = await git.text(['for-each-ref', '--format=%(objectname) %(refname)', namespace]);
  return new Map(
    listing.split('\n').map((line) => {
      const [commit = '', ref = ''] = line.split(' ');
      return [ref.slice(namespace.length), commit];
    }),
  );
}
