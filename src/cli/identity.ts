import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { messageOf } from '../base/errors.ts';
import type { Identity } from '../grpc/server.ts';

/** A server's certificate and its key, or a sentence that says what is wrong with them. */
export function readIdentity(files: { readonly certificate: string; readonly key: string }): Identity | string {
  try {
    const [certificate, key] = [readFileSync(files.certificate), readFileSync(files.key)];
    // Says at once what a connection would come to grief over.
    createSecureContext({ cert: certificate, key });
    return { certificate, key };
  } catch (thrown) {
    const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    const what = isMissing && 'path' in thrown ? `there is no file ${String(thrown.path)}` : messageOf(thrown);
    return `The certificate cannot be used: ${what}.`;
  }
}
