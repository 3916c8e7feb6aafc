import { type Metadata, status } from '@grpc/grpc-js';
import type { Admitted, Gate, Wish } from '../access/gate.ts';
import type { Failure } from '../calls.ts';
import { failureWith } from '../failures.ts';

/** EventStoreDB's first user and default password. */
const administrator = { name: 'admin', password: 'changeit' } as const;

/** Who calls, and whether they may: as the gate says, or without one as on loopback. */
export function callerOf(
  call: { readonly metadata: Metadata },
  gate: Gate | undefined,
  wish: Wish,
): Promise<Admitted | Failure> {
  return gate === undefined ? Promise.resolve(onLoopback(call.metadata)) : gate.admit(call, wish);
}

/** On loopback nobody has to say who they are, and everybody may do everything; whoever does say has to be the administrator. */
function onLoopback(metadata: Metadata): Admitted | Failure {
  const [authorization] = metadata.get('authorization');
  if (authorization === undefined) return { user: administrator.name };
  const [, encoded = ''] = /^basic\s+(\S+)$/i.exec(String(authorization)) ?? [];
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  if (credentials === `${administrator.name}:${administrator.password}`) return { user: administrator.name };
  return failureWith(status.PERMISSION_DENIED, 'Access Denied', 'access-denied', {});
}
