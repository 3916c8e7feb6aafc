import { answer, listen } from './driver/channel.ts';
import { disarm } from './driver/disarm.ts';
import type { Namespace } from './driver/exports.ts';
import { type ModuleTable, serveModules } from './driver/modules.ts';
import { createObserver } from './driver/observe.ts';
import { type Desk, perform } from './driver/operations.ts';
import { bare, hasOwn, ownKeys, turn, whenSettled } from './driver/primordials.ts';
import { tellWhatIsPrinted } from './driver/printing.ts';
import { describeThrown } from './driver/thrown.ts';
import { watch } from './driver/watch.ts';
import type { RawOutcome, Request } from './wire.ts';

/**
 * The child's own program: runs the operations it is asked for on the learner's modules and says what it saw.
 * It knows no exercise, and judges nothing. From the moment the first module of the learner's is loaded it uses
 * nothing that the learner's code could have changed (see driver/primordials.ts).
 */
function load(desk: Desk, request: Request, loaded: () => void): void {
  const names = ownKeys(request.places);
  const next = (index: number): void => {
    const name = names[index];
    if (typeof name !== 'string') return loaded();
    if (hasOwn(desk.modules, name)) return next(index + 1);
    const keep = (namespace: Namespace): void => {
      desk.modules[name] = namespace;
      next(index + 1);
    };
    whenSettled(import(request.places[name] ?? ''), keep, failLoading);
  };
  next(0);
}

function failLoading(failure: unknown): void {
  answer(bare({ kind: 'failed', how: 'loadFailed', thrown: describeThrown(failure) }));
}

function runOperations(desk: Desk, request: Request): void {
  const { operations, tokens } = request;
  const next = (index: number): void => {
    const operation = operations[index];
    if (operation === undefined) return answer(bare({ kind: 'done', token: tokens[index + 1] ?? '' }));
    let reported = false;
    perform(desk, operation, (outcome: RawOutcome) => {
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

function handle(desk: Desk, table: ModuleTable, request: Request): void {
  const names = ownKeys(request.environment);
  for (let index = 0; index < names.length; index++) {
    const name = names[index];
    if (typeof name === 'string') process.env[name] = request.environment[name];
  }
  for (let index = 0; index < request.modules.length; index++) {
    const module = request.modules[index];
    if (module !== undefined) table.add(module);
  }
  load(desk, request, () =>
    turn(() => {
      answer(bare({ kind: 'loaded', token: request.tokens[0] ?? '' }));
      runOperations(desk, request);
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
  const desk: Desk = { observe: createObserver(), kept: bare({}), modules: bare({}) };
  process.on('unhandledRejection', (reason) =>
    answer(bare({ kind: 'failed', how: 'unhandledRejection', thrown: describeThrown(reason) })),
  );
  process.on('uncaughtException', (failure) =>
    answer(bare({ kind: 'failed', how: 'uncaught', thrown: describeThrown(failure) })),
  );
  tellWhatIsPrinted();
  let beginWatch = () => {};
  listen((request) => {
    beginWatch();
    handle(desk, table, request);
  });
  answer({ kind: 'ready', guarded: process.permission !== undefined });
  // After the answer, for a thread takes as long to start as all the rest.
  beginWatch = watch(Number(memory) * 1_000_000);
  disarm();
  // One that cannot be loaded is told of when the learner's own import of it fails.
  for (const address of preload) import(address).catch(() => {});
}

main();
