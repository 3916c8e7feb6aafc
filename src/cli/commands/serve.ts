import { command } from '../command.ts';
import type { Given } from '../given.ts';
import { print } from '../print.ts';

type Name =
  | 'port'
  | 'data'
  | 'memory'
  | 'tls-cert'
  | 'tls-key'
  | 'insecure'
  | 'print-connection-string'
  | 'verify'
  | 'export'
  | 'import';

export const serve = command<Name>({
  name: 'serve',
  about: 'an event store for every EventStoreDB client',
  words: 0,
  options: {
    port: { kind: 'text', value: 'NUMBER', about: 'default 2113; 0 takes any that is free' },
    data: { kind: 'text', value: 'DIRECTORY', about: 'keep the events there' },
    memory: { kind: 'flag', about: 'keep them in memory only (the default)' },
    'tls-cert': { kind: 'text', value: 'FILE', about: 'encrypt, and ask who calls: admin, changeit' },
    'tls-key': { kind: 'text', value: 'FILE', about: "that certificate's key" },
    insecure: { kind: 'flag', about: 'neither of these, on loopback (the default)' },
    'print-connection-string': { kind: 'flag', about: 'print that alone, and end with the program that asked' },
    verify: { kind: 'flag', about: 'go through all of the store in --data; 0 sound, 1 damaged' },
    export: {
      kind: 'text',
      value: 'FILE',
      about: 'write every event that can be read as a line of JSON ("-": to the output)',
    },
    import: {
      kind: 'text',
      value: 'FILE',
      about: 'make a new store in --data out of such lines ("-": from the input)',
    },
  },
  async run(given) {
    if (given.has('verify') || given.has('export') || given.has('import')) return serveFile(given);
    const [port, dataFolder] = [given.text('port') ?? '2113', given.text('data')];
    const number = Number(port);
    if (port === '' || !Number.isInteger(number) || number < 0 || number > 65_535)
      return { wrong: `“${port}” is no port: 0 to 65535.` };
    const [certificate, key] = [given.text('tls-cert'), given.text('tls-key')];
    if ((certificate === undefined) !== (key === undefined)) return { wrong: '--tls-cert and --tls-key go together.' };
    const tls = certificate === undefined || key === undefined ? undefined : { certificate, key };
    if (given.has('insecure') && tls !== undefined)
      return { wrong: '--insecure and --tls-cert contradict each other.' };
    if (given.has('memory') && dataFolder !== undefined)
      return { wrong: 'Events are kept in --memory or in --data, not in both.' };
    const { serve: start } = await import('../serve.ts');
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
    const bare = given.has('print-connection-string');
    if (bare) endWithParent(stop);
    return start({ port: number, dataFolder, bare, tls, print, signal: stop.signal });
  },
});

/** A program that started us and is gone, perhaps killed, cannot stop us any more. */
function endWithParent(stop: AbortController): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop.abort(), 500).unref();
}

async function serveFile(given: Given<Name>): Promise<number | { readonly wrong: string }> {
  const [dataFolder, to, from] = [given.text('data'), given.text('export'), given.text('import')];
  if (dataFolder === undefined) return { wrong: 'Say which store: --data DIRECTORY.' };
  if ((['verify', 'export', 'import'] as const).filter((name) => given.has(name)).length > 1)
    return { wrong: '--verify, --export and --import are done one at a time.' };
  const { exportFile, importFile, verifyFile } = await import('../serve-file.ts');
  const options = { dataFolder, print, warn: console.error };
  if (to !== undefined) return exportFile(to, options);
  return from === undefined ? verifyFile(options) : importFile(from, options);
}
