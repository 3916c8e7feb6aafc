import { join } from 'node:path';

/** The project's own folder, absolute. */
export const root = join(import.meta.dirname, '..', '..');

export const inRoot = (...parts: readonly string[]): string => join(root, ...parts);
