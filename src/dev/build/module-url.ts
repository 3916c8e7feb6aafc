import { pathToFileURL } from 'node:url';

/** Stands for `import.meta.url` in a CommonJS bundle. */
export const moduleUrl = pathToFileURL(__filename).href;
