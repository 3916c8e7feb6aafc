import { type handleBidiStreamingCall, status } from '@grpc/grpc-js';
import { messageOf } from '../base/errors.ts';
import type { EventStore } from '../eventstore/event-store.ts';
import type { BatchMessage } from './batch-message.ts';
import { BatchRequests, type CompleteBatch } from './batch-requests.ts';
import { type BatchOutcome, batchResponse } from './batch-response.ts';
import { type Failure, type OpenCalls, refusalOf, toServiceError } from './calls.ts';

type Handler = handleBidiStreamingCall<BatchMessage, Uint8Array>;

/**
 * Streams.BatchAppend: many appends over one call, each under its correlation id, in pieces until
 * one says that it is the last. Each id is answered exactly once: the clients wait for that, and
 * a second answer would end their process.
 */
export function batchAppendHandler(store: EventStore, calls: OpenCalls): Handler {
  return (call) => {
    const requests = new BatchRequests();
    let ended = false;
    let running = 0;
    let half = false;
    const finish = () => {
      ended = true;
      open.dispose();
    };
    const fail = (failure: Failure) => {
      if (ended) return;
      finish();
      call.emit('error', toServiceError(failure));
    };
    const open = calls.add({ end: fail }, status.CANCELLED);
    const refusal = refusalOf(call);
    if (refusal !== undefined) return fail(refusal);

    const answer = (batch: CompleteBatch, outcome: BatchOutcome) => {
      running -= 1;
      if (ended) return;
      // Not reading on while the answers pile up is what bounds the memory.
      if (!call.write(batchResponse(batch, outcome))) call.pause();
      endWhenDone();
    };
    const endWhenDone = () => {
      if (!half || running > 0 || ended) return;
      finish();
      call.end();
    };

    call.on('data', (message: BatchMessage) => {
      if (ended) return;
      const taken = requests.take(message);
      if (taken.kind === 'failed') return fail(taken.failure);
      if (taken.kind === 'incomplete') return;
      running += 1;
      const { batch } = taken;
      run(store, batch).then(
        (outcome) => answer(batch, outcome),
        (thrown: unknown) => answer(batch, { kind: 'unavailable', reason: messageOf(thrown) }),
      );
    });
    call.on('drain', () => call.resume());
    call.on('error', finish);
    call.on('cancelled', finish);
    call.on('end', () => {
      half = true;
      endWhenDone();
    });
  };
}

async function run(store: EventStore, batch: CompleteBatch): Promise<BatchOutcome> {
  if (batch.problem !== undefined) return batch.problem;
  if (batch.deadline !== undefined && batch.deadline <= Date.now()) return { kind: 'timeout' };
  return await store.append(batch.stream, batch.events, batch.expected);
}
