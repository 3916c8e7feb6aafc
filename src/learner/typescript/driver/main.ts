import type { Failure, Request } from '../../process/wire.ts';
import type { Outcome, Thrown } from '../../protocol.ts';
import type { TypeScriptModule } from '../wire.ts';
import { answer, listen } from './channel.ts';
import { disarm } from './disarm.ts';
import type { Namespace } from './exports.ts';
import { type ModuleTable, serveModules } from './modules.ts';
import { createObserver } from './observe.ts';
import { perform } from './operations.ts';
import { bare, hasOwn, ownKeys, turn, whenSettled } from './primordials.ts';
import { tellWhatIsPrinted } from './printing.ts';
import type { DriverState } from './state.ts';
import { createThrownDescriber } from './thrown.ts';
import { watch } from './watch.ts';

/**
 * The child's own program: runs the operations it is asked for on the learner's modules and says what it saw.
 * It knows no exercise, and judges nothing. From the moment the first module of the learner's is loaded it uses
 * nothing that the learner's code could have changed (see primordials.ts).
 */
function load(state: DriverState, request: Request<TypeScriptModule>, loaded: () => void): void {
  const fail = (failure: unknown): void => tellFailure('loadFailed', state.describe(failure));
  const names = ownKeys(request.places);
  const next = (index: number): void => {
    const name = names[index];
    if (typeof name !== 'string') return loadClient(state, request, loaded, fail);
    if (hasOwn(state.modules, name)) return next(index + 1);
    const keep = (namespace: Namespace): void => {
      state.modules[name] = namespace;
      next(index + 1);
    };
    whenSettled(import(request.places[name] ?? ''), keep, fail);
  };
  next(0);
}

function loadClient(
  state: DriverState,
  { client }: Request<TypeScriptModule>,
  loaded: () => void,
  fail: (failure: unknown) => void,
): void {
  if (client === undefined || state.client !== undefined) return loaded();
  const keep = (namespace: Namespace): void => {
    state.client = namespace;
    loaded();
  };
  whenSettled(import(client), keep, fail);
}

function tellFailure(how: Failure, thrown: Thrown): void {
  answer(bare({ kind: 'failed', how, thrown }));
}

function runOperations(state: DriverState, request: Request<TypeScriptModule>): void {
  const { operations, tokens } = request;
  const next = (index: number): void => {
    const operation = operations[index];
    if (operation === undefined) return answer(bare({ kind: 'done', token: tokens[index + 1] ?? '' }));
    let reported = false;
    perform(state, operation, (outcome: Outcome) => {
      if (reported) return;
      reported = true;
      // A rejection that nobody handles is known only after a turn of the event loop.
      turn(() => {
        answer(bare({ kind: 'observed', token: tokens[index + 1] ?? '', index, outcome }));
        next(index + 1);
      });
    });
  };
  next(0);
}

function handle(state: DriverState, table: ModuleTable, request: Request<TypeScriptModule>): void {
  const names = ownKeys(request.environment);
  for (let index = 0; index < names.length; index++) {
    const name = names[index];
    if (typeof name === 'string') process.env[name] = request.environment[name];
  }
  for (let index = 0; index < request.modules.length; index++) {
    const module = request.modules[index];
    if (module !== undefined) table.add(module);
  }
  load(state, request, () =>
    turn(() => {
      answer(bare({ kind: 'loaded', token: request.tokens[0] ?? '' }));
      runOperations(state, request);
    }),
  );
}

function main(): void {
  const table = serveModules();
  if (table === undefined) {
    answer({ kind: 'ready', guarded: false, lacks: 'module.registerHooks' });
    return;
  }
  const [, , memory, ...preload] = process.argv;
  process.argv.length = 2;
  const describe = createThrownDescriber(table.sources);
  const state: DriverState = {
    observe: createObserver(),
    describe,
    kept: bare({}),
    modules: bare({}),
    client: undefined,
    noted: bare({}),
  };
  process.on('unhandledRejection', (reason) => tellFailure('unawaited', describe(reason)));
  process.on('uncaughtException', (failure) => tellFailure('uncaught', describe(failure)));
  tellWhatIsPrinted();
  let beginWatch = () => {};
  listen((request: Request<TypeScriptModule>) => {
    beginWatch();
    handle(state, table, request);
  });
  answer({ kind: 'ready', guarded: process.permission !== undefined });
  // After the answer, for a thread takes as long to start as all the rest.
  beginWatch = watch(Number(memory) * 1_000_000);
  disarm();
  // One that cannot be loaded is told of when the learner's own import of it fails.
  for (const address of preload) import(address).catch(() => {});
}

main();
