import type { Operation, Outcome } from './protocol.ts';

/** One of the learner's files made ready for a driver. */
export interface ProgramModule {
  readonly address: string;
  readonly code: string;
  /** What each specifier in it means: another module's address, a `file:` URL, `builtin`, or `import:` and the URL to resolve from. */
  readonly imports: Readonly<Record<string, string>>;
}

/**
 * What host and driver say to each other: one JSON text a line, host to driver on one pipe, driver
 * to host on another. The learner's code lives in the driver's process and may write to any pipe
 * it finds, so each answer that counts carries the next of the tokens that came with the request;
 * a token is used once and the driver keeps the others where the learner's code cannot reach.
 */
export interface Request {
  /** One for `loaded`, one for each operation, one for `done`. */
  readonly tokens: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Modules the driver has not been given before. */
  readonly modules: readonly ProgramModule[];
  /** The address of each module the operations name, in the order to load them; one that is not there has none. */
  readonly places: Readonly<Record<string, string>>;
  readonly operations: readonly Operation[];
}

export type Answer =
  /** The first thing a driver says, before it knows any code of the learner's. */
  | { readonly kind: 'ready'; readonly guarded: boolean; readonly lacks?: string }
  | { readonly kind: 'loaded'; readonly token: string }
  | { readonly kind: 'observed'; readonly token: string; readonly index: number; readonly outcome: RawOutcome }
  | { readonly kind: 'done'; readonly token: string }
  | { readonly kind: 'printed'; readonly text: string }
  | { readonly kind: 'failed'; readonly how: Failure; readonly thrown: RawThrown };

export type Failure = 'loadFailed' | 'unhandledRejection' | 'uncaught';

/** What was thrown, with the stack as the runtime wrote it; the host reads the frames out of it. */
export interface RawThrown {
  readonly name: string;
  readonly message: string;
  readonly isError: boolean;
  readonly stack: string;
}

export type RawOutcome =
  | Exclude<Outcome, { readonly kind: 'threw' }>
  | { readonly kind: 'threw'; readonly thrown: RawThrown };

/** File descriptors of a driver. */
export const pipes = { answers: 3, requests: 4, lifeline: 5 } as const;

/** Addresses of the learner's modules, and so what stands in stacks. */
export const scheme = 'learner:///';
