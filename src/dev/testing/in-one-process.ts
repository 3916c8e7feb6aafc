// Runs test files in this one process, which starts once for all of them: for those that are done in less time than that
// takes. The arguments are their paths.
import { pathToFileURL } from 'node:url';

for (const file of process.argv.slice(2)) await import(pathToFileURL(file).href);
