import * as v from 'valibot';
import { type PageMessage, pageMessageSchema } from './contract.ts';

/** A message from the page, or undefined when it is none of the contract's. */
export function readPageMessage(message: unknown): PageMessage | undefined {
  const read = v.safeParse(pageMessageSchema, message);
  return read.success ? read.output : undefined;
}
