import { BlockList, isIPv4 } from 'node:net';
import type { Examination, Outcome } from './finding.ts';

/**
 * gRPC obeys the variables in small letters, the first that is set; other clients the ones in capitals. Windows knows
 * no difference.
 */
const habits: readonly { readonly proxies: readonly string[]; readonly exceptions: readonly string[] }[] = [
  { proxies: ['grpc_proxy', 'https_proxy', 'http_proxy'], exceptions: ['no_grpc_proxy', 'no_proxy'] },
  { proxies: ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'], exceptions: ['NO_PROXY', 'no_proxy'] },
];

/** What connection strings call this machine. */
const loopback = ['localhost', '127.0.0.1'];

export function proxyExamination(environment: NodeJS.ProcessEnv): Examination {
  return { subject: 'Proxy', examine: async () => judgeProxy(environment) };
}

/** Never tells a variable's value: a proxy's address may hold a password. */
function judgeProxy(environment: NodeJS.ProcessEnv): Outcome {
  const [first] = habits.flatMap(({ proxies, exceptions }) => {
    const proxy = proxies.find((name) => environment[name]);
    const exception = exceptions.find((name) => environment[name]);
    const list = exception === undefined ? '' : (environment[exception] ?? '');
    const led = proxy === undefined ? [] : loopback.filter((host) => !isExcepted(host, list));
    return led.map((host) => ({ proxy, host, exception: exception ?? exceptions.at(-1) ?? '' }));
  });
  if (first === undefined) return { kind: 'well', note: 'No proxy stands between this machine and itself.' };
  const { proxy, host, exception } = first;
  return {
    kind: 'warning',
    wrong: `${proxy} is set and ${exception} doesn’t except ${host}, so a client of an event store on this machine may ask the proxy for it, and never get there.`,
    remedy: `Add localhost,127.0.0.1,::1 to ${exception} where your system keeps such variables, then restart VS Code. The terminals of a tutorial have it already.`,
  };
}

/** As gRPC reads it: what an entry ends with, or a range of addresses; no blanks, no asterisk. */
function isExcepted(host: string, list: string): boolean {
  return list.split(',').some((entry) => entry !== '' && (host.endsWith(entry) || isInRange(host, entry)));
}

/** `127.0.0.0/8` */
function isInRange(host: string, entry: string): boolean {
  const [net = '', bits = ''] = entry.split('/');
  if (!isIPv4(host) || !isIPv4(net) || !/^\d+$/.test(bits) || Number(bits) > 32) return false;
  const range = new BlockList();
  range.addSubnet(net, Number(bits));
  return range.check(host);
}
