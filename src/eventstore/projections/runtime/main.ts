import type { ProcessAnswer, ProcessRequest } from '../protocol.ts';
import { Fold, ItemFailure } from './fold.ts';
import { reasonOf } from './values.ts';

/**
 * The program of the process that runs one projection's code. It knows no store: it answers what it
 * is asked, and ends when the server that started it is gone.
 */
let fold: Fold | undefined;

function answer(request: ProcessRequest): ProcessAnswer {
  if (request.kind === 'compile') {
    fold = new Fold(request.query, request.limits);
    return { kind: 'compiled', sources: fold.sources, initial: fold.initial };
  }
  if (fold === undefined) throw new Error('A projection has to be compiled first.');
  switch (request.kind) {
    case 'partition':
      return { kind: 'partitioned', partitions: fold.partitionsOf(request.events) };
    case 'process':
      return { kind: 'processed', ...fold.process(request.items, request.states, request.shared) };
    case 'transform':
      return { kind: 'transformed', result: fold.resultOf(request.state) };
  }
}

function answerAnyhow(request: ProcessRequest): ProcessAnswer {
  try {
    return answer(request);
  } catch (thrown) {
    if (!(thrown instanceof ItemFailure)) return { kind: 'failed', reason: reasonOf(thrown) };
    const reason = reasonOf(thrown.cause);
    return thrown.at === undefined ? { kind: 'failed', reason } : { kind: 'failed', reason, at: thrown.at };
  }
}

process.on('message', (request: ProcessRequest) => process.send?.(answerAnyhow(request)));
process.on('disconnect', () => process.exit());
// A promise that the code leaves behind is nobody's.
process.on('unhandledRejection', () => {});
