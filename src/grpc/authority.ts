const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an HTTP/2 `:authority` names this machine. The port may be any: editors forward ports under other numbers. */
export function isLoopback(authority: string): boolean {
  return loopbackNames.has(authority.replace(/:\d{1,5}$/, '').toLowerCase());
}

export interface EndPoint {
  readonly host: string;
  readonly port: number;
}

/** The address a client used, to be told back to it; undefined when it named no port. */
export function endPointOf(authority: string): EndPoint | undefined {
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(authority) ?? [];
  return host === undefined || port === undefined
    ? undefined
    : { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
}
