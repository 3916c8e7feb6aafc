import { type Server, ServerCredentials } from '@grpc/grpc-js';
import { messageOf } from '../base/errors.ts';

export type BindFailure =
  /** Somebody else listens there. */
  | { readonly kind: 'portTaken'; readonly port: number; readonly reason: string }
  /** The system keeps the port to itself, as Windows does with whole ranges. */
  | { readonly kind: 'portReserved'; readonly port: number; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

export type Bound = { readonly kind: 'bound'; readonly server: Server; readonly port: number };

/** Ports chosen by the system on IPv4 may be taken on IPv6; then another is asked for. */
const attempts = 10;

/**
 * Binds the same port on 127.0.0.1 and ::1, since `localhost` may mean either and must not reach
 * two different stores. A machine without IPv6 gets by with the first.
 */
export async function bindLoopback(
  make: () => Server,
  port: number,
  credentials: ServerCredentials = ServerCredentials.createInsecure(),
): Promise<Bound | BindFailure> {
  let last: BindFailure = { kind: 'failed', reason: 'No port could be found.' };
  for (let attempt = 0; attempt < (port === 0 ? attempts : 1); attempt += 1) {
    const server = make();
    const result = await bindBoth(server, port, credentials);
    if (result.kind === 'bound') return result;
    server.forceShutdown();
    last = result;
  }
  return last;
}

async function bindBoth(server: Server, wanted: number, credentials: ServerCredentials): Promise<Bound | BindFailure> {
  const four = await bind(server, '127.0.0.1', wanted, credentials);
  if (four.kind === 'refused') return failure(four.message, wanted);
  const six = await bind(server, '[::1]', four.port, credentials);
  if (six.kind === 'refused' && !isWithoutIpv6(six.message)) return failure(six.message, four.port);
  return { kind: 'bound', server, port: four.port };
}

type BindAnswer =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'refused'; readonly message: string };

function bind(server: Server, host: string, port: number, credentials: ServerCredentials): Promise<BindAnswer> {
  return new Promise((resolve) => {
    try {
      server.bindAsync(`${host}:${port}`, credentials, (error, bound) =>
        resolve(error === null ? { kind: 'listening', port: bound } : { kind: 'refused', message: error.message }),
      );
    } catch (thrown) {
      resolve({ kind: 'refused', message: messageOf(thrown) });
    }
  });
}

function isWithoutIpv6(message: string): boolean {
  return /EADDRNOTAVAIL|EAFNOSUPPORT/.test(message);
}

function failure(message: string, port: number): BindFailure {
  if (message.includes('EADDRINUSE')) {
    return { kind: 'portTaken', port, reason: `Port ${port} is taken by another program.` };
  }
  if (message.includes('EACCES')) {
    return { kind: 'portReserved', port, reason: `The system keeps port ${port} to itself; choose another.` };
  }
  return { kind: 'failed', reason: `The server could not listen on port ${port}: ${message}` };
}
