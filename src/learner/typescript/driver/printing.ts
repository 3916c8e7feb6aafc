import { Buffer } from 'node:buffer';
import { answer } from './channel.ts';
import { bare, method } from './primordials.ts';

const bytesToText = method<unknown, [encoding?: BufferEncoding], string>(Buffer.prototype.toString);

/**
 * Sends what the learner's code prints on the same pipe as the answers: so both streams stay in order, and each
 * text belongs to the operation that printed it.
 */
export function tellWhatIsPrinted(): void {
  capture(process.stdout);
  capture(process.stderr);
}

function capture(stream: NodeJS.WriteStream): void {
  stream._write = (chunk: unknown, _encoding, done) => {
    const text = typeof chunk === 'string' ? chunk : bytesToText(chunk, 'utf8');
    if (typeof text === 'string') answer(bare({ kind: 'printed', text }));
    done();
  };
  delete stream._writev;
}
