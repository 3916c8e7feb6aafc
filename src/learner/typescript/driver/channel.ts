import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import { Socket } from 'node:net';
import { type Answer, pipes } from '../../process/wire.ts';
import { bareDeep, indexIn, method, parse, slice, stringify } from './primordials.ts';

// Taken out here and now: an import of a builtin changes with the builtin.
const { writeSync } = fs;
const { from: bytesOf } = Buffer;
const textOfBytes = method<unknown, [encoding: BufferEncoding], string>(Buffer.prototype.toString);
const clear = method<unknown, [byte: number], unknown>(Uint8Array.prototype.fill);
const { wait } = Atomics;
const exit = process.exit.bind(process);

export function answer(message: Answer): void {
  writeLine(stringify(message));
}

/**
 * Writes to the pipe for answers, at once and whole, so that what was seen before an endless loop or an exit has arrived.
 * On Windows a full pipe says EAGAIN instead of waiting.
 */
export function writeLine(line: string): void {
  const bytes = bytesOf(`${line}\n`, 'utf8');
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(pipes.answers, bytes, written, bytes.length - written);
    } catch (failure) {
      if (!isFull(failure)) exit(1);
      wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

function isFull(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && failure.code === 'EAGAIN';
}

/** Hears the host's requests; a host that is gone ends this process. */
export function listen<Request extends object>(heard: (request: Request) => void): void {
  const socket = new Socket({ fd: pipes.requests, readable: true, writable: false });
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += textOfBytes(chunk, 'latin1');
    // The tokens were in it: nothing is left of them in memory that `Buffer.allocUnsafe` may hand out.
    clear(chunk, 0);
    for (let end = indexIn(text, '\n'); end >= 0; end = indexIn(text, '\n')) {
      const line = slice(text, 0, end);
      text = slice(text, end + 1);
      heard(requestIn<Request>(line));
    }
  });
  socket.on('close', () => exit(0));
  socket.on('error', () => exit(0));
}

/** Only the host holds the other end of this pipe, so what comes out of it is taken at its word. */
function requestIn<Request extends object>(line: string): Request {
  const request: Request = parse(textOfBytes(bytesOf(line, 'latin1'), 'utf8'));
  bareDeep(request);
  return request;
}
