import { createServer } from 'node:net';

export type Listening =
  | 'free'
  /** Somebody listens there. */
  | 'taken'
  /** The system keeps it to itself, as Windows does with whole ranges. */
  | 'reserved';

/** How a port of this machine stands, on 127.0.0.1 and on ::1; found out by listening there for a moment. */
export async function tryPort(port: number): Promise<Listening> {
  const answers = [await listen('127.0.0.1', port), await listen('::1', port)];
  return answers.find((answer) => answer !== 'free') ?? 'free';
}

function listen(host: string, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      const answer = meaningOf('code' in error ? error.code : undefined);
      if (answer === undefined) reject(error);
      else resolve(answer);
    });
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve('free')));
  });
}

function meaningOf(code: unknown): Listening | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return 'taken';
    case 'EACCES':
      return 'reserved';
    // A machine without IPv6 has nobody there.
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
      return 'free';
    default:
      return undefined;
  }
}
