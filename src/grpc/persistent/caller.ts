import { type Metadata, status } from '@grpc/grpc-js';
import type { Failure } from '../calls.ts';
import { failureWith } from '../failures.ts';

/** EventStoreDB's first user and default password: the one there is. */
const administrator = { name: 'admin', password: 'changeit' } as const;

/**
 * Who calls. On loopback nobody has to say who they are, and everybody may do everything; whoever
 * does say has to be the administrator.
 */
export function callerOf(metadata: Metadata): { readonly user: string } | Failure {
  const [authorization] = metadata.get('authorization');
  if (authorization === undefined) return { user: administrator.name };
  const [, encoded = ''] = /^basic\s+(\S+)$/i.exec(String(authorization)) ?? [];
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  if (credentials === `${administrator.name}:${administrator.password}`) return { user: administrator.name };
  return failureWith(status.PERMISSION_DENIED, 'Access Denied', 'access-denied', {});
}
