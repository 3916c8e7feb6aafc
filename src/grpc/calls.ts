import { type Metadata, type ServerErrorResponse, status } from '@grpc/grpc-js';
import { type Disposable, toDisposable } from '../base/disposable.ts';
import { isLoopback } from './authority.ts';

/** How a call ends when it does not end well. */
export interface Failure {
  readonly code: status;
  /** A sentence for a person. */
  readonly details: string;
  readonly metadata?: Metadata;
}

/** The shape grpc-js wants an error to have. */
export function toServiceError({ code, details, metadata }: Failure): ServerErrorResponse {
  return Object.assign(new Error(details), { code, details, ...(metadata !== undefined && { metadata }) });
}

interface OpenCall {
  end(failure: Failure): void;
}

/** Calls that are under way, so that a shutdown can end each of them properly. */
export class OpenCalls {
  readonly #calls = new Set<{ readonly call: OpenCall; readonly onShutdown: status }>();

  /** Until it is disposed the call is ended with this status when the server stops. */
  add(call: OpenCall, onShutdown: status.CANCELLED | status.UNAVAILABLE): Disposable {
    const entry = { call, onShutdown };
    this.#calls.add(entry);
    return toDisposable(() => this.#calls.delete(entry));
  }

  endAll(): void {
    for (const { call, onShutdown } of [...this.#calls]) {
      call.end({ code: onShutdown, details: 'The server is shutting down.' });
    }
    this.#calls.clear();
  }
}

/** Refuses calls that were made under a name that is not this machine's own: a web page's doing, not a client's. */
export function refusalOf(call: { getHost(): string }): Failure | undefined {
  const authority = call.getHost();
  if (isLoopback(authority)) return undefined;
  return { code: status.PERMISSION_DENIED, details: `This store answers on localhost only, not as "${authority}".` };
}
