import type { ProgramModule } from '../process/wire.ts';

/** One of the learner's files as JavaScript. */
export interface TypeScriptModule extends ProgramModule {
  /** A URL of our own scheme. */
  readonly address: string;
  readonly code: string;
  /** What each specifier in it means: another module's address, a `file:` URL, `builtin`, or `import:` and the URL to resolve from. */
  readonly imports: Readonly<Record<string, string>>;
}

/** Addresses of the learner's modules, and so what stands in stacks. */
export const scheme = 'learner:///';

/** The package with the event store's client. */
export const clientPackage = '@eventstore/db-client';
